using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Streams;

/// <summary>Facts and terms that the tests of streams share; each test says only what it is about.</summary>
internal static class Given
{
    public static readonly ValuationTerms Terms = ValuationTerms.Fixed(LedgerRates.Same, EvidenceFactors.Default);

    public static StreamFact Fact(EvidenceGrade grade = EvidenceGrade.A) => new("f-1", Day("2024-05-10"), grade, "EUR");

    public static LedgerAmounts Single(StreamValue value) => Assert.Single(value.Entries).Client;

    public static readonly AppearanceInput Appearance = new(200m, 0.1m, 0.25m, 8_000m, 0.5m, 0.4m, 0.3m);

    public static readonly RetentionInput Cohorts = new(new(1_000m, 50m), new(1_000m, 120m), 100m);

    public static readonly ReferralInput Referred = new(
        new("r-1", "bea", "ann", Day("2024-05-10"), IsIncentivised: false),
        LifetimeValue: 300m,
        OnlyBecauseShare: 0.5m,
        AcquisitionCostSaved: 40m,
        Reward: 10m
    );

    public static readonly RatingChangeInput Rating = new(100_000m, 0m, null, 3.5m, 4m, IsLocalBusiness: true, IsChain: false);

    public static readonly CareCaseInput Care = new(
        HoursToAnswer: 2m,
        TargetHours: 4m,
        Fairness: 1m,
        SentimentBefore: -1m,
        SentimentAfter: 0.5m,
        WitnessAudience: 10_000m,
        AuditSample: 200m,
        AuditInauthentic: 20m,
        SeenShare: 0.1m,
        CustomerShare: 0.2m,
        RetentionGain: 0.02m,
        Margin: 500m
    );

    public static readonly LinkInput Link = new(
        "https://example.org/a",
        Day("2024-01-15"),
        Day("2026-01-31"),
        null,
        IsFollowed: true,
        IsSpam: false,
        LinkPricing.TrafficShare,
        6_900m,
        478_000m,
        1m
    );

    public static readonly IndirectSaleInput Assisted = new("A-17", 1_000m, 0.3m, AssistOrigin.SelfReport, 0.5m);

    public static readonly DeflectionInput Deflected = new(500m, false, 0.4m, 0m, 8m, 0m, IsCashable: true);

    public static readonly LearningInput Reused = new(LearningKind.Reuse, 4m, 10m, 30m);

    public static readonly InsightInput Measured = new(
        InsightValuation.MeasuredChange,
        Change: 1_000m,
        MoneyPerUnit: 100m,
        Isolation: 0.6m,
        Confidence: 0.8m
    );

    public static readonly AdEfficiencyInput Cheaper = new(20_000m, 1_000m, 15_000m, 1_000m, 1m, IsSpendInCost: false);
}
