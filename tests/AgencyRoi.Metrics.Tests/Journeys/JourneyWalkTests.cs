using AgencyRoi.Metrics.Journeys;

namespace AgencyRoi.Metrics.Tests.Journeys;

/// <summary>Days of touches and conversions, counted from a first one, and what counts for what.</summary>
public sealed class JourneyWalkTests
{
    private static readonly DateTimeOffset First = new(2025, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("1,2,3", "3", "0-3")] // a touch of the same moment comes before the conversion
    [InlineData("1,2,3", "2", "0-2")]
    [InlineData("1,31", "31", "0-2")] // to the last moment of the look-back
    [InlineData("0,31", "31", "1-2")]
    [InlineData("1,5", "3,6", "0-1 1-2")] // a conversion restarts the journey
    [InlineData("1", "2,3", "0-1 1-1")]
    [InlineData("", "2", "0-0")]
    [InlineData("5", "2", "0-0")]
    [InlineData("1,2", "2,2", "0-2 2-2")] // of one moment the first takes the touches
    public void Touches_count_for_the_first_conversion_after_them(string touches, string conversions, string spans)
    {
        var found = JourneyWalk.OfConversions(Moments(touches), Conversions(conversions));

        Assert.Equal(spans, Text(found));
    }

    [Theory]
    [InlineData("1,2", "", "0-2")]
    [InlineData("1,40", "", "0-1 1-2")] // the first is too old when the second comes
    [InlineData("1,31", "", "0-2")]
    [InlineData("1,20,40", "", "1-3")] // one journey, whose first touch is too old at its last
    [InlineData("1,2", "3", "")]
    [InlineData("1,4", "3", "1-2")] // after a conversion
    [InlineData("1,40,41", "42", "0-1")] // too old, and led to nothing
    [InlineData("1,20,40", "42", "")] // too old for the conversion that its journey led to
    [InlineData("5", "3,100", "0-1")] // between two conversions, too old for the second
    public void What_leads_to_no_conversion_is_a_journey_until_it_is_too_old(string touches, string conversions, string spans)
    {
        var (moments, converted) = (Moments(touches), Conversions(conversions));

        var found = JourneyWalk.WithoutConversion(
            moments,
            converted,
            JourneyWalk.OfConversions(moments, converted),
            _ => TimeSpan.FromDays(30)
        );

        Assert.Equal(spans, Text(found));
    }

    [Theory]
    [InlineData("1,2", "", "1-32")]
    [InlineData("1,40", "", "1-31 40-70")]
    [InlineData("1,20,40", "", "1-70")]
    [InlineData("1,2", "3", "1-32 by 0")]
    [InlineData("1", "50", "1-31")] // too old for the conversion
    [InlineData("1,4", "3,6", "1-31 by 0 4-34 by 1")]
    public void A_person_is_on_a_journey_until_it_converts_or_is_too_old(string touches, string conversions, string times)
    {
        var (moments, converted) = (Moments(touches), Conversions(conversions));

        var found = JourneyWalk.OpenTimes(moments, converted, JourneyWalk.OfConversions(moments, converted), _ => TimeSpan.FromDays(30));

        Assert.Equal(times, string.Join(' ', found.Select(Text)));

        static string Text(OpenTime time) =>
            $"{(time.From - First).Days}-{(time.Closes - First).Days}{(time.ConvertedBy is { } place ? $" by {place}" : "")}";
    }

    [Fact]
    public void Each_touch_is_in_one_journey_at_most()
    {
        var random = new Random(7);
        for (var run = 0; run < 500; run++)
        {
            DateTimeOffset[] touches = [.. Enumerable.Range(0, random.Next(12)).Select(_ => Day(random.Next(200))).Order()];
            Conversion[] conversions =
            [
                .. Enumerable
                    .Range(0, random.Next(5))
                    .Select(_ => Day(random.Next(200)))
                    .Order()
                    .Select(at => new Conversion(at, TimeSpan.FromDays(random.Next(1, 60)))),
            ];

            var converted = JourneyWalk.OfConversions(touches, conversions);
            var others = JourneyWalk.WithoutConversion(touches, conversions, converted, _ => TimeSpan.FromDays(30));

            var places = converted.Concat(others).SelectMany(span => Enumerable.Range(span.First, span.Count)).ToList();
            Assert.Equal(places.Count, places.Distinct().Count());
        }
    }

    private static DateTimeOffset Day(int day) => First.AddDays(day);

    private static DateTimeOffset[] Moments(string days) => [.. Days(days).Select(Day)];

    private static Conversion[] Conversions(string days) => [.. Days(days).Select(day => new Conversion(Day(day), TimeSpan.FromDays(30)))];

    private static IEnumerable<int> Days(string days) => days.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse);

    private static string Text(IEnumerable<TouchSpan> spans) => string.Join(' ', spans.Select(span => $"{span.First}-{span.End}"));
}
