using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Customers who are in touch with the brand's people, against comparable ones who are not, over one period.</summary>
/// <param name="EngagedCustomers">The engaged, at the start of the period.</param>
/// <param name="EngagedLost">Those of them who left in it.</param>
/// <param name="ControlCustomers">The others, at the start of the period.</param>
/// <param name="ControlLost">Those of them who left in it.</param>
/// <param name="Margin">Contribution of one customer in one period.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
/// <param name="EngagedCensored">The engaged whose period had not ended when they were last seen: neither kept nor lost.</param>
/// <param name="ControlCensored">The others whose period had not ended when they were last seen.</param>
/// <param name="Form">How a kept customer becomes money.</param>
/// <param name="DiscountRate">Per period, for lifetime values: 0.01 is one per cent.</param>
/// <param name="HorizonPeriods">How far lifetime values go; null: without end.</param>
/// <param name="CountedAlready">Margin of these customers' orders that the client's return holds already; taken off.</param>
/// <param name="ContactReferences">
/// The engaged customers' keys, as sales name their contacts, at most 1000: what the ledger counts as their sales from the fact's first to its last day is
/// taken off too, whichever is entered first.
/// </param>
internal sealed record Retention(
    decimal EngagedCustomers,
    decimal EngagedLost,
    decimal ControlCustomers,
    decimal ControlLost,
    decimal Margin,
    string Currency,
    decimal EngagedCensored = 0m,
    decimal ControlCensored = 0m,
    RetentionForm Form = RetentionForm.Period,
    decimal DiscountRate = 0m,
    int? HorizonPeriods = null,
    decimal CountedAlready = 0m,
    [property: Key] IReadOnlyList<string>? ContactReferences = null
) : IStreamContent;

internal sealed class Retentions : StreamKind<Retention, RetentionInput>
{
    private const int MostPeriods = 1200;

    public override StreamFactKind Kind => StreamFactKind.Retention;

    public override ValueStream Stream => ValueStream.Relationships;

    public override string ImportName => "retentions";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.C;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("engaged_customers", "The engaged, at the start of the period.", IsRequired: true),
        new("engaged_lost", "Those of them who left in it.", IsRequired: true),
        new("engaged_censored", "Those of them whose period had not ended when they were last seen."),
        new("control_customers", "The others, at the start of the period.", IsRequired: true),
        new("control_lost", "Those of them who left in it.", IsRequired: true),
        new("control_censored", "Those of them whose period had not ended when they were last seen."),
        new AmountColumn("margin", "Contribution of one customer in one period.", IsRequired: true),
        new("form", $"One of {string.Join(", ", EnumCode.All<RetentionForm>())}; PERIOD is the default."),
        new("discount_rate", "Per period, for lifetime values."),
        new("horizon_periods", "How far lifetime values go; empty is without end."),
        new AmountColumn("counted_already", "Margin of these customers' orders that the return holds already."),
        new("contact_references", "The engaged customers' keys, separated by spaces."),
    ];

    protected override Retention Content(ImportRow row) =>
        new(
            EngagedCustomers: row.RequiredNumber("engaged_customers"),
            EngagedLost: row.RequiredNumber("engaged_lost"),
            ControlCustomers: row.RequiredNumber("control_customers"),
            ControlLost: row.RequiredNumber("control_lost"),
            Margin: row.RequiredNumber("margin"),
            row.RequiredText("currency"),
            EngagedCensored: row.Number("engaged_censored") ?? 0m,
            ControlCensored: row.Number("control_censored") ?? 0m,
            row.Code<RetentionForm>("form") ?? RetentionForm.Period,
            row.Number("discount_rate") ?? 0m,
            row.Count("horizon_periods"),
            row.Number("counted_already") ?? 0m,
            row.Text("contact_references")?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        );

    protected override void Check(FactChecks checks, Retention content, StreamFactStatement statement)
    {
        checks.Require(
            content.HorizonPeriods is null or <= MostPeriods,
            "horizonPeriods",
            $"The horizon is at most {MostPeriods} periods."
        );
        checks.Require(content.ContactReferences is null or { Count: <= 1000 }, "contactReferences", "At most 1000 customers are named.");
        foreach (var reference in content.ContactReferences ?? [])
            checks.Key(reference, "contactReferences");
    }

    protected override RetentionInput Input(StreamFactStatement statement, Retention content, ValuationSurroundings surroundings) =>
        new(
            Engaged: new CustomerGroup(content.EngagedCustomers, content.EngagedLost, content.EngagedCensored),
            Control: new CustomerGroup(content.ControlCustomers, content.ControlLost, content.ControlCensored),
            content.Margin,
            content.Form,
            content.DiscountRate,
            content.HorizonPeriods,
            content.CountedAlready + surroundings.Booked
        );

    protected override StreamValue Value(Stated fact, RetentionInput input, ValuationTerms terms) =>
        Metrics.Streams.Retention.Value(fact, input, terms);
}

/// <summary>A comparison of customers kept.</summary>
internal sealed record RecordRetentionInput : StreamFactInput<Retention>;

[MutationType]
internal static partial class RecordRetention
{
    /// <summary>
    /// Records how many of the engaged customers stayed against comparable ones who are not engaged. RELATIONSHIPS = engaged × difference of
    /// retention × margin, with Newcombe's interval, without what their orders count already. Groups under 30 customers, or of which fewer than ten
    /// in all were lost or kept, are a memo; an interval that holds zero stays out of the adjusted total. Grade C unless stated. To repeat it safely,
    /// give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordRetentionAsync(
        RecordRetentionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.Retention), database, time, cancellationToken);
}
