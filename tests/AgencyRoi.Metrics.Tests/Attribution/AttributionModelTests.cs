using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Metrics.Tests.Attribution;

/// <summary>The rules that hold for every model by touches.</summary>
public sealed class AttributionModelTests
{
    public static TheoryData<int> Models => [.. Enumerable.Range(0, Journeys.AllModels.Length)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Credits_are_not_negative_and_sum_to_1(int model)
    {
        var random = new Random(7);
        for (var touches = 1; touches <= 30; touches++)
        for (var round = 0; round < 20; round++)
        {
            var credits = Journeys.AllModels[model].Weigh(Journeys.Random(random, touches));

            Assert.All(credits, credit => Assert.InRange(credit, 0, 1));
            Assert.Equal(1, credits.Sum(), 1e-12);
            Assert.Equal(1m, Journeys.Shares(credits).Sum());
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_single_touch_gets_all(int model)
    {
        foreach (var touch in new[] { "-", "d", "c", "l", "o", "dclo" })
            Journeys.Credits(Journeys.AllModels[model], touch, "100");
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_journey_without_touches_has_no_credits(int model) => Assert.Empty(Journeys.AllModels[model].Weigh([]));

    [Theory]
    [MemberData(nameof(Models))]
    public void Credits_are_as_many_as_touches(int model)
    {
        Assert.Throws<ArgumentException>(() => Journeys.AllModels[model].Weigh(Journeys.Touches("- -"), new double[1]));
        Assert.Throws<ArgumentException>(() => Journeys.AllModels[model].Weigh(Journeys.Touches("- -"), new double[3]));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_allocates_nothing(int model)
    {
        var touches = Journeys.Random(new(3), 10);
        var credits = new double[10];
        Journeys.AllModels[model].Weigh(touches, credits);

        var before = GC.GetAllocatedBytesForCurrentThread();
        Journeys.AllModels[model].Weigh(touches, credits);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Models_with_the_same_parameters_are_equal()
    {
        Assert.Equal(new PositionBased(), new PositionBased(40m, 20m, 40m));
        Assert.NotEqual(new PositionBased(), new PositionBased(30m, 40m, 30m));
        Assert.NotEqual<AttributionModel>(new FirstTouch(), new LastTouch());
        Assert.Equal(new CustomWeights([1m, 2m], CountedFrom.LastTouch), new CustomWeights([1.0m, 2m], CountedFrom.LastTouch));
        Assert.NotEqual(new CustomWeights([1m, 2m], CountedFrom.LastTouch), new CustomWeights([1m, 2m], CountedFrom.FirstTouch));
        Assert.Single(new[] { new TimeDecay(), new TimeDecay(7m) }.ToHashSet());
    }

    [Fact]
    public void A_touch_after_the_conversion_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new JourneyTouch { Age = TimeSpan.FromTicks(-1) });
}
