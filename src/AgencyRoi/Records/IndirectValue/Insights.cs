using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Something learned about the market, and what followed.</summary>
/// <param name="Subject">What was learned.</param>
/// <param name="Valuation">By the study that it replaced, or by the change that it brought.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
/// <param name="ResearchCost">Of a quoted study; for research avoided.</param>
/// <param name="Change">In units, over the months given; for a measured change.</param>
/// <param name="MoneyPerUnit">Worth of one unit; for a measured change.</param>
/// <param name="Isolation">How much of the change is due to this, 0 to 1.</param>
/// <param name="Confidence">Of whoever estimated it, 0 to 1.</param>
/// <param name="Months">That the change covers; only the first twelve count.</param>
/// <param name="IsSupported">False for a claim that is extreme or has nothing to show for it: it counts nothing.</param>
internal sealed record Insight(
    string Subject,
    InsightValuation Valuation,
    string Currency,
    decimal ResearchCost = 0m,
    Estimate? Change = null,
    decimal MoneyPerUnit = 0m,
    Estimate? Isolation = null,
    Estimate? Confidence = null,
    decimal Months = 12m,
    bool IsSupported = true
) : IStreamContent;

internal sealed class Insights : StreamKind<Insight, InsightInput>
{
    public override StreamFactKind Kind => StreamFactKind.Insight;

    public override ValueStream Stream => ValueStream.MarketInsight;

    public override string ImportName => "insights";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.MarketInsight.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("subject", "What was learned.", IsRequired: true),
        new("valuation", $"One of {string.Join(", ", EnumCode.All<InsightValuation>())}.", IsRequired: true),
        new AmountColumn("research_cost", "Of a quoted study; for research avoided."),
        .. MeasuredColumns.Of("change", "In units, over the months given."),
        new AmountColumn("money_per_unit", "Worth of one unit."),
        .. MeasuredColumns.Of("isolation", "How much of the change is due to this, 0 to 1."),
        .. MeasuredColumns.Of("confidence", "Of whoever estimated it, 0 to 1."),
        new("months", "That the change covers; 12 is the default."),
        new("is_supported", "false when there is nothing to show for it; true is the default."),
    ];

    protected override Insight Content(ImportRow row) =>
        new(
            row.RequiredText("subject"),
            row.RequiredCode<InsightValuation>("valuation"),
            row.RequiredText("currency"),
            row.Number("research_cost") ?? 0m,
            row.Measured("change"),
            row.Number("money_per_unit") ?? 0m,
            Isolation: row.Measured("isolation"),
            Confidence: row.Measured("confidence"),
            row.Number("months") ?? 12m,
            row.Flag("is_supported") ?? true
        );

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
