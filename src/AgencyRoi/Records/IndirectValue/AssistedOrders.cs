using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>An order that a channel helped and another one closed.</summary>
internal sealed record IndirectSale : StreamContent
{
    /// <summary>The sale's own external reference, so that the shares of one order never pass 1.</summary>
    [Key]
    [InFile("The sale's external reference.")]
    public required string OrderReference { get; init; }

    /// <summary>Revenue of the whole order, net of tax.</summary>
    [InFile("Revenue of the whole order.", Number = FileNumber.Amount)]
    public required decimal OrderAmount { get; init; }

    /// <summary>How it is known that the channel helped.</summary>
    [InFile]
    public required AssistOrigin Origin { get; init; }

    /// <summary>The share of revenue that is contribution; null: the client's margin.</summary>
    [InFile("The share of revenue that is contribution; the client's margin is the default.")]
    public decimal? Margin { get; init; }

    /// <summary>The share given for the customer's answer, 0 to 1; of a self-report.</summary>
    [InFile("The share given for the customer's answer, 0 to 1.")]
    public Estimate? ReportedShare { get; init; }

    /// <summary>By the channel before the order; of several visits.</summary>
    [InFile("By the channel before the order.")]
    public decimal Visits { get; init; }

    /// <summary>By all channels, the closing one included; of several visits.</summary>
    [InFile("By all channels, the closing one included.")]
    public decimal AllVisits { get; init; }
}

internal sealed class AssistedOrders : StreamKind<IndirectSale, IndirectSaleInput>
{
    public override StreamFactKind Kind => StreamFactKind.IndirectSale;

    public override ValueStream Stream => ValueStream.IndirectSales;

    public override string ImportName => "indirect-sales";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.C;
    public override ValuationMethod? OneEntry => Metrics.Streams.IndirectSales.Method;

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
