using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>An order that a channel helped and another one closed.</summary>
/// <param name="OrderReference">The sale's own external reference, so that the shares of one order never pass 1.</param>
/// <param name="OrderAmount">Revenue of the whole order, net of tax.</param>
/// <param name="Origin">How it is known that the channel helped.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
/// <param name="Margin">The share of revenue that is contribution; null: the client's margin.</param>
/// <param name="ReportedShare">The share given for the customer's answer, 0 to 1; of a self-report.</param>
/// <param name="Visits">By the channel before the order; of several visits.</param>
/// <param name="AllVisits">By all channels, the closing one included; of several visits.</param>
internal sealed record IndirectSale(
    [property: Key] string OrderReference,
    decimal OrderAmount,
    AssistOrigin Origin,
    string Currency,
    decimal? Margin = null,
    Estimate? ReportedShare = null,
    decimal Visits = 0m,
    decimal AllVisits = 0m
) : IStreamContent;

internal sealed class AssistedOrders : StreamKind<IndirectSale, IndirectSaleInput>
{
    public override StreamFactKind Kind => StreamFactKind.IndirectSale;

    public override ValueStream Stream => ValueStream.IndirectSales;

    public override string ImportName => "indirect-sales";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.C;
    public override ValuationMethod? OneEntry => Metrics.Streams.IndirectSales.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("order_reference", "The sale's external reference.", IsRequired: true),
        new AmountColumn("order_amount", "Revenue of the whole order.", IsRequired: true),
        new("origin", $"One of {string.Join(", ", EnumCode.All<AssistOrigin>())}.", IsRequired: true),
        new("margin", "The share of revenue that is contribution; the client's margin is the default."),
        .. MeasuredColumns.Of("reported_share", "The share given for the customer's answer, 0 to 1."),
        new("visits", "By the channel before the order."),
        new("all_visits", "By all channels, the closing one included."),
    ];

    protected override IndirectSale Content(ImportRow row) =>
        new(
            row.RequiredKey("order_reference"),
            row.RequiredNumber("order_amount"),
            row.RequiredCode<AssistOrigin>("origin"),
            row.RequiredText("currency"),
            row.Number("margin"),
            row.Measured("reported_share"),
            Visits: row.Number("visits") ?? 0m,
            AllVisits: row.Number("all_visits") ?? 0m
        );

    protected override void Check(FactChecks checks, IndirectSale content, StreamFactStatement statement) =>
        checks.Key(content.OrderReference, "orderReference");

    protected override IndirectSaleInput Input(StreamFactStatement statement, IndirectSale content, ValuationSurroundings surroundings) =>
        new(
            content.OrderReference,
            content.OrderAmount,
            content.Margin ?? surroundings.Margin,
            content.Origin,
            content.ReportedShare is { } share ? (Metrics.Estimate)share : null,
            Visits: content.Visits,
            AllVisits: content.AllVisits
        );

    protected override StreamValue Value(Stated fact, IndirectSaleInput input, ValuationTerms terms) =>
        Metrics.Streams.IndirectSales.Value(fact, input, terms);
}

/// <summary>An order that a channel helped.</summary>
internal sealed record RecordIndirectSaleInput : StreamFactInput<IndirectSale>;

[MutationType]
internal static partial class RecordIndirectSale
{
    /// <summary>
    /// Records an order that a channel helped and another one closed. INDIRECT_SALES = order × margin × share, on the assisted line. The share is a
    /// claim on the order: together with the sale itself and all others it never passes 1. Grade C at best for what customers said, B for visits that
    /// were seen. To repeat it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordIndirectSaleAsync(
        RecordIndirectSaleInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.IndirectSale), database, time, cancellationToken);
}
