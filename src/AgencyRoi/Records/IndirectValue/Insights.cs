using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Something learned about the market, and what followed.</summary>
internal sealed record Insight : StreamContent
{
    /// <summary>What was learned.</summary>
    [InFile("What was learned.")]
    public required string Subject { get; init; }

    /// <summary>By the study that it replaced, or by the change that it brought.</summary>
    [InFile]
    public required InsightValuation Valuation { get; init; }

    /// <summary>Of a quoted study; for research avoided.</summary>
    [InFile("Of a quoted study; for research avoided.", Number = FileNumber.Amount)]
    public decimal ResearchCost { get; init; }

    /// <summary>In units, over the months given; for a measured change.</summary>
    [InFile("In units, over the months given.")]
    public Estimate? Change { get; init; }

    /// <summary>Worth of one unit; for a measured change.</summary>
    [InFile("Worth of one unit.", Number = FileNumber.Amount)]
    public decimal MoneyPerUnit { get; init; }

    /// <summary>How much of the change is due to this, 0 to 1.</summary>
    [InFile("How much of the change is due to this, 0 to 1.")]
    public Estimate? Isolation { get; init; }

    /// <summary>Of whoever estimated it, 0 to 1.</summary>
    [InFile("Of whoever estimated it, 0 to 1.")]
    public Estimate? Confidence { get; init; }

    /// <summary>That the change covers; only the first twelve count.</summary>
    [InFile("That the change covers; 12 is the default.")]
    public decimal Months { get; init; } = 12m;

    /// <summary>False for a claim that is extreme or has nothing to show for it: it counts nothing.</summary>
    [InFile("false when there is nothing to show for it; true is the default.")]
    public bool IsSupported { get; init; } = true;
}

internal sealed class Insights : StreamKind<Insight, InsightInput>
{
    public override StreamFactKind Kind => StreamFactKind.Insight;

    public override ValueStream Stream => ValueStream.MarketInsight;

    public override string ImportName => "insights";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.MarketInsight.Method;

    protected override void Check(FactChecks checks, Insight content, StreamFactStatement statement)
    {
        checks.Text(content.Subject, "subject");
        if (content.Valuation != InsightValuation.MeasuredChange)
            return;
        checks.Require(content.Change is not null, "change", "A measured change is given in units.");
        checks.Require(content.Isolation is not null, "isolation", "A measured change says how much of it is due to this.");
        checks.Require(content.Confidence is not null, "confidence", "A measured change says how sure its estimator is.");
    }

    private static Estimate Nothing { get; } = new(0m);

    protected override InsightInput Input(StreamFactStatement statement, Insight content, ValuationSurroundings surroundings) =>
        new(
            content.Valuation,
            content.ResearchCost,
            content.Change ?? Nothing,
            content.MoneyPerUnit,
            Isolation: content.Isolation ?? Nothing,
            Confidence: content.Confidence ?? Nothing,
            content.Months,
            content.IsSupported
        );

    protected override StreamValue Value(Stated fact, InsightInput input, ValuationTerms terms) =>
        Metrics.Streams.MarketInsight.Value(fact, input, terms);
}

/// <summary>Something learned about the market.</summary>
internal sealed record RecordInsightInput : StreamFactInput<Insight>;

[MutationType]
internal static partial class RecordInsight
{
    /// <summary>
    /// Records something learned about the market. MARKET_INSIGHT = the study that did not have to be bought, or change × money a unit × isolation ×
    /// confidence of the first twelve months. What is unsupported is a memo. Grade D at best for research avoided, C for a measured change. To repeat
    /// it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordInsightAsync(
        RecordInsightInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.Insight), database, time, cancellationToken);
}
