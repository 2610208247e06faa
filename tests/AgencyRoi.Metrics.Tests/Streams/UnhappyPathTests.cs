using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Streams;

public sealed class UnhappyPathTests
{
    public static TheoryData<string, IStreamInput, string, InputRule> Broken =>
        new()
        {
            { "attendees below zero", Given.Appearance with { Attendees = -1m }, "Attendees", InputRule.NotNegative },
            { "a share above one", Given.Appearance with { CloseRate = 1.01m }, "CloseRate", InputRule.Share },
            {
                "bounds that do not hold the amount",
                Given.Appearance with
                {
                    QualifiedRate = new(0.2m, 0.1m, 0.3m),
                },
                "QualifiedRate",
                InputRule.Ordered
            },
            {
                "more shared out than there is",
                Given.Appearance with
                {
                    InfluencedShare = 0.61m,
                },
                "InfluencedShare",
                InputRule.TogetherAtMostOne
            },
            { "more lost than were there", Given.Cohorts with { Control = new(100m, 101m) }, "Control.Lost", InputRule.WithinWhole },
            { "nobody to keep", Given.Cohorts with { Engaged = default }, "Engaged.Customers", InputRule.AboveZero },
            {
                "a lifetime without end",
                Given.Cohorts with
                {
                    Engaged = new(1_000m, 0m),
                    Form = RetentionForm.Lifetime,
                },
                "DiscountRate",
                InputRule.FiniteValue
            },
            {
                "a control without end",
                Given.Cohorts with
                {
                    Control = new(1_000m, 0m),
                    Form = RetentionForm.Lifetime,
                },
                "DiscountRate",
                InputRule.FiniteValue
            },
            { "a reward below zero", Given.Referred with { Reward = -1m }, "Reward", InputRule.NotNegative },
            {
                "more attributed than earned",
                Given.Rating with
                {
                    RevenueAttributed = 100_001m,
                },
                "RevenueAttributed",
                InputRule.WithinWhole
            },
            { "a promise of no time", Given.Care with { TargetHours = 0m }, "TargetHours", InputRule.AboveZero },
            { "more fakes than looked at", Given.Care with { AuditInauthentic = 201m }, "AuditInauthentic", InputRule.WithinWhole },
            { "seen before it was earned", Given.Link with { SeenOn = Day("2024-01-14") }, "SeenOn", InputRule.InOrder },
            { "no domains to share by", Given.Link with { Quantity = 0m }, "Quantity", InputRule.AboveZero },
            { "no order", Given.Assisted with { OrderReference = "" }, "OrderReference", InputRule.Required },
            { "no word given", Given.Assisted with { ReportedShare = null }, "ReportedShare", InputRule.Required },
            { "no visits at all", Given.Assisted with { Origin = AssistOrigin.MultiVisit }, "AllVisits", InputRule.AboveZero },
            { "a rate above one", Given.Deflected with { RecontactRate = 2m }, "RecontactRate", InputRule.Share },
            { "hours below zero", Given.Reused with { Hours = -1m }, "Hours", InputRule.NotNegative },
            { "a change over no time", Given.Measured with { Months = 0m }, "Months", InputRule.AboveZero },
            { "spend below zero", Given.Cheaper with { SpendAfter = -1m }, "SpendAfter", InputRule.NotNegative },
            {
                "more converting visits than visits",
                new KeywordVisits(new("a", "DE", Day("2024-05-01")), 10m, 11m, false, false),
                "ConvertingVisits",
                InputRule.WithinWhole
            },
        };

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_fault_that_compares_two_fields_names_both(string what, IStreamInput input, string field, InputRule rule) =>
        Assert.All(
            input.Faults().Where(fault => fault.Rule is InputRule.WithinWhole or InputRule.TogetherAtMostOne or InputRule.InOrder),
            fault => Assert.False(string.IsNullOrEmpty(fault.Other), $"{what}: {field} {rule}")
        );

    [Theory]
    [MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_fault_names_the_field_and_the_rule(string what, IStreamInput input, string field, InputRule rule) =>
        Assert.True(
            input.Faults().Any(fault => (fault.Field, fault.Rule) == (field, rule)),
            $"{what}: {string.Join(", ", input.Faults())}"
        );

    public static TheoryData<IStreamInput> Whole =>
        [
            Given.Appearance,
            Given.Cohorts,
            Given.Referred,
            Given.Rating,
            Given.Care,
            Given.Link,
            Given.Assisted,
            Given.Deflected,
            Given.Reused,
            Given.Measured,
            Given.Cheaper,
        ];

    [Theory]
    [MemberData(nameof(Whole), DisableDiscoveryEnumeration = true)]
    public void What_is_whole_has_no_faults(IStreamInput input) => Assert.Empty(input.Faults());

    [Fact]
    public void An_input_with_faults_is_not_valued() =>
        Assert.Throws<ArgumentException>(() => ServiceSavings.Value(Given.Fact(), Given.Deflected with { Contacts = -1m }, Given.Terms));

    [Fact]
    public void Fewer_than_thirty_customers_give_an_interval_and_no_value()
    {
        var value = Retention.Value(Given.Fact(), Given.Cohorts with { Engaged = new(29m, 1m) }, Given.Terms);

        var memo = Assert.Single(value.Memos);
        Assert.Empty(value.Entries);
        Assert.Equal(MemoReason.TooFewCustomers, memo.Reason);
        Assert.True(memo.Figure.Low < memo.Figure.Amount && memo.Figure.Amount < memo.Figure.High);
    }

    [Theory]
    // Lost of 500 engaged and of 1,000 others.
    [InlineData(2, 8, true)]
    [InlineData(1, 8, false)]
    [InlineData(497, 993, true)]
    [InlineData(498, 993, false)]
    public void Fewer_than_ten_lost_or_kept_give_an_interval_and_no_value(int engaged, int control, bool isEnough)
    {
        var input = Given.Cohorts with { Engaged = new(500m, engaged), Control = new(1_000m, control) };

        var value = Retention.Value(Given.Fact(), input, Given.Terms);

        Assert.Equal(isEnough, value.Entries.Count == 1);
        Assert.Equal(isEnough ? [] : [MemoReason.TooFewEvents], value.Memos.Select(memo => memo.Reason));
        Assert.All(value.Memos, memo => Assert.True(memo.Figure.Low < memo.Figure.High));
    }

    [Fact]
    public void A_difference_that_may_be_none_stays_out_of_the_adjusted_total()
    {
        var line = Assert.Single(Retention.Value(Given.Fact(), Given.Cohorts with { Control = new(1_000m, 55m) }, Given.Terms).Entries);

        Assert.Equal((500m, 0m), (line.Client.Amount, line.Client.Adjusted));
        Assert.Equal("false", line.Inputs["isSignificant"]);
    }

    [Fact]
    public void A_loss_is_said_to_be_one()
    {
        var worse = Given.Cohorts with { Engaged = Given.Cohorts.Control, Control = Given.Cohorts.Engaged };

        Assert.Equal(-7_000m, Given.Single(Retention.Value(Given.Fact(), worse, Given.Terms)).Amount);
        Assert.Equal(-7_000m, Given.Single(Retention.Value(Given.Fact(), worse with { CountedAlready = 100m }, Given.Terms)).Amount);
        Assert.Equal(-3_500m, Given.Single(RatingChange.Value(Given.Fact(), Given.Rating with { StarsAfter = 3m }, Given.Terms)).Amount);
        var dearer = Given.Cheaper with { SpendAfter = 25_000m };
        Assert.Equal(-5_000m, Given.Single(AdvertisingEfficiency.Value(Given.Fact(), dearer, Given.Terms)).Adjusted * 2m);
    }

    [Fact]
    public void What_other_streams_hold_is_taken_off_a_gain_down_to_nothing()
    {
        var value = Given.Single(Retention.Value(Given.Fact(), Given.Cohorts with { CountedAlready = 6_000m }, Given.Terms));

        Assert.Equal(1_000m, value.Amount);
        Assert.Equal(0m, value.Low);
        Assert.Empty(Retention.Value(Given.Fact(), Given.Cohorts with { CountedAlready = 1e6m }, Given.Terms).Entries);
    }

    [Fact]
    public void Free_hours_are_no_money()
    {
        var value = ServiceSavings.Value(Given.Fact(), Given.Deflected with { IsCashable = false }, Given.Terms);

        Assert.Empty(value.Entries);
        Assert.Equal((MemoReason.CapacityFreed, (Estimate)1_600m), (value.Memos[0].Reason, value.Memos[0].Figure));
    }

    [Fact]
    public void An_answer_to_many_serves_its_first_reader_by_being_written()
    {
        var value = ServiceSavings.Value(Given.Fact(), Given.Deflected with { IsOneToMany = true, Contacts = 1m }, Given.Terms);

        Assert.Empty(value.Entries);
    }

    [Theory]
    [InlineData(null, "1", "-1", "1")]
    [InlineData("2", "1", "0.5", "0.5")]
    [InlineData("2", "0.49", "-1", "1")]
    public void A_case_that_was_answered_badly_or_not_at_all_has_no_value_where_nobody_knows_what_it_takes_from_retention(
        string? hours,
        string fairness,
        string before,
        string after
    )
    {
        var input = Given.Care with
        {
            HoursToAnswer = hours is null ? null : Number(hours),
            Fairness = Number(fairness),
            SentimentBefore = Number(before),
            SentimentAfter = Number(after),
        };

        var value = CareCase.Value(Given.Fact(), input, Given.Terms);

        Assert.Empty(value.Entries);
        Assert.Equal(new Memo(MemoReason.NoRetentionLost, null, "EUR"), Assert.Single(value.Memos));
    }

    [Fact]
    public void A_late_and_half_fair_answer_is_worth_less()
    {
        var late = Given.Care with { HoursToAnswer = 16m, Fairness = 0.5m };

        Assert.Equal(225m, Given.Single(CareCase.Value(Given.Fact(), late, Given.Terms)).Amount);
    }

    [Theory]
    [InlineData(false, false, MemoReason.NotFollowed)]
    [InlineData(true, true, MemoReason.Spam)]
    public void A_link_that_passes_nothing_on_is_worth_nothing(bool isFollowed, bool isSpam, MemoReason reason)
    {
        var value = Authority.Value(Given.Fact(), Given.Link with { IsFollowed = isFollowed, IsSpam = isSpam }, Given.Terms);

        Assert.Empty(value.Entries);
        Assert.Equal(reason, Assert.Single(value.Memos).Reason);
    }

    [Fact]
    public void A_link_is_valued_as_far_as_it_was_seen()
    {
        var value = Authority.Value(Given.Fact(), Given.Link with { SeenOn = Day("2024-03-31") }, Given.Terms);

        Assert.Equal(3, value.Entries.Count);
    }

    [Fact]
    public void Units_that_were_never_bought_have_no_price() =>
        Assert.Equal(
            MemoReason.NoVolume,
            Assert.Single(AdvertisingEfficiency.Value(Given.Fact(), Given.Cheaper with { UnitsBefore = 0m }, Given.Terms).Memos).Reason
        );

    [Fact]
    public void Grades_are_capped_by_the_method_and_never_raised()
    {
        Assert.Equal(EvidenceGrade.D, Assert.Single(CareCase.Value(Given.Fact(), Given.Care, Given.Terms).Entries).Kind.Grade);
        Assert.Equal(
            EvidenceGrade.E,
            Assert.Single(CareCase.Value(Given.Fact(EvidenceGrade.E), Given.Care, Given.Terms).Entries).Kind.Grade
        );
        Assert.Equal(EvidenceGrade.C, Assert.Single(IndirectSales.Value(Given.Fact(), Given.Assisted, Given.Terms).Entries).Kind.Grade);
    }
}
