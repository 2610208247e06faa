using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests.Streams;

/// <summary>A complaint in public: what it gains when it is answered well, and what it loses when it is answered badly or not at all.</summary>
public sealed class CareCaseTests
{
    // 5,000 witnesses of whom 9 % are fake: 4,550; a tenth saw it, a fifth of them are customers: 91; 0.01 of retention lost at a margin of 50: 45.50.
    private static readonly CareCaseInput Unanswered = new(
        HoursToAnswer: null,
        TargetHours: 4m,
        Fairness: 0m,
        SentimentBefore: null,
        SentimentAfter: null,
        WitnessAudience: 5_000m,
        AuditSample: 200m,
        AuditInauthentic: 18m,
        SeenShare: 0.1m,
        CustomerShare: 0.2m,
        RetentionGain: 0.02m,
        Margin: 50m,
        RetentionLost: 0.01m
    );

    [Theory]
    [InlineData(null, "0", "-45.50")] // nobody answered: 45.50 x (1 - 0)
    [InlineData("4", "0.3", "-31.85")] // in time, and less than half fair: 45.50 x (1 - 1 x 0.3)
    [InlineData("8", "0.4", "-36.40")] // after twice the promised time: 45.50 x (1 - 0.5 x 0.4)
    [InlineData(null, "1", "-45.50")] // what was never answered was not fair, whatever somebody graded
    public void A_case_answered_badly_or_not_at_all_loses_what_a_calculator_says(string? hours, string fairness, string value)
    {
        var line = Given.Single(
            CareCase.Value(
                Given.Fact(),
                Unanswered with
                {
                    HoursToAnswer = hours is null ? null : Number(hours),
                    Fairness = Number(fairness),
                },
                Given.Terms
            )
        );

        Assert.Equal(Number(value), line.Amount);
        Assert.Equal(0m, line.High);
        Assert.True(line.Low < line.Amount);
    }

    [Fact]
    public void A_case_that_was_answered_in_time_and_fairly_loses_nothing_although_the_customer_is_no_happier()
    {
        var value = CareCase.Value(
            Given.Fact(),
            Unanswered with
            {
                HoursToAnswer = 1m,
                Fairness = 1m,
                SentimentBefore = -0.5m,
                SentimentAfter = -0.5m,
            },
            Given.Terms
        );

        Assert.Empty(value.Entries);
        Assert.Empty(value.Memos);
    }

    [Fact]
    public void A_loss_is_made_by_version_two_and_says_what_it_was_given()
    {
        var line = Assert.Single(CareCase.Value(Given.Fact(), Unanswered, Given.Terms).Entries);

        Assert.Equal(
            ("care-witnesses", 2, ReturnClass.Indirect, ValuationBasis.Margin),
            (line.Method.Name, line.Method.Version, line.Kind.ReturnClass, line.Kind.Basis)
        );
        Assert.Equal(("0", "0.01"), (line.Inputs["timeliness"], line.Inputs["retentionLost"]));
        Assert.DoesNotContain("retentionGain", line.Inputs.Keys);
        Assert.DoesNotContain("hoursToAnswer", line.Inputs.Keys);
    }

    [Fact]
    public void A_gain_never_falls_below_zero_and_a_loss_never_rises_above_it() =>
        Prop.ForAll(
                Gen.Choose(0, 100).Four().ToArbitrary(),
                numbers =>
                {
                    var (fairness, hours, lost, gain) = numbers;
                    var input = Unanswered with
                    {
                        HoursToAnswer = hours == 0 ? null : hours,
                        Fairness = fairness / 100m,
                        RetentionLost = lost / 100m,
                        RetentionGain = gain / 100m,
                    };
                    return CareCase
                        .Value(Given.Fact(), input, Given.Terms)
                        .Entries.All(line =>
                            CareCase.IsAnsweredBadly(input)
                                ? line.Client is { Amount: <= 0m, High: 0m } && line.Client.Low <= line.Client.Amount
                                : line.Client is { Amount: >= 0m, Low: 0m } && line.Client.High >= line.Client.Amount
                        );
                }
            )
            .QuickCheckThrowOnFailure();
}
