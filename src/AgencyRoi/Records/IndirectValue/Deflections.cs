using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Contacts that did not have to be answered one by one.</summary>
/// <param name="Contacts">That would have come; for an answer that serves many, all that ended with it.</param>
/// <param name="IsOneToMany">Whether it is one answer read by many: the first reader is served by writing it.</param>
/// <param name="DeflectionRate">The share served without a contact, 0 to 1. Views are no deflections.</param>
/// <param name="RecontactRate">The share of those who came back all the same, 0 to 1.</param>
/// <param name="CostPerContact">Handling minutes / 60 × loaded hourly cost, or support cost / contacts.</param>
/// <param name="ContentCost">Of writing and moderating, where it is not entered as a cost.</param>
/// <param name="IsCashable">Whether hours or headcount really fall. Otherwise it is capacity freed, a memo.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
internal sealed record Deflection(
    decimal Contacts,
    bool IsOneToMany,
    Estimate DeflectionRate,
    Estimate RecontactRate,
    Estimate CostPerContact,
    decimal ContentCost,
    bool IsCashable,
    string Currency
) : IStreamContent;

internal sealed class Deflections : StreamKind<Deflection, DeflectionInput>
{
    public override StreamFactKind Kind => StreamFactKind.Deflection;

    public override ValueStream Stream => ValueStream.ServiceSavings;

    public override string ImportName => "deflections";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.ServiceSavings.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("contacts", "That would have come.", IsRequired: true),
        new("is_one_to_many", "true when it is one answer read by many; false is the default."),
        .. MeasuredColumns.Of("deflection_rate", "The share served without a contact, 0 to 1.", isRequired: true),
        .. MeasuredColumns.Of("recontact_rate", "The share of those who came back all the same, 0 to 1.", isRequired: true),
        .. MeasuredColumns.OfAmount("cost_per_contact", "What one contact costs.", isRequired: true),
        new AmountColumn("content_cost", "Of writing and moderating, where it is not entered as a cost."),
        new("is_cashable", "true when hours or headcount really fall.", IsRequired: true),
    ];

    protected override Deflection Content(ImportRow row) =>
        new(
            row.RequiredNumber("contacts"),
            row.Flag("is_one_to_many") ?? false,
            DeflectionRate: row.RequiredMeasured("deflection_rate"),
            RecontactRate: row.RequiredMeasured("recontact_rate"),
            CostPerContact: row.RequiredMeasured("cost_per_contact"),
            row.Number("content_cost") ?? 0m,
            row.RequiredFlag("is_cashable"),
            row.RequiredText("currency")
        );

    protected override DeflectionInput Input(StreamFactStatement statement, Deflection content, ValuationSurroundings surroundings) =>
        new(
            content.Contacts,
            content.IsOneToMany,
            DeflectionRate: content.DeflectionRate,
            RecontactRate: content.RecontactRate,
            CostPerContact: content.CostPerContact,
            content.ContentCost,
            content.IsCashable
        );

    protected override StreamValue Value(Stated fact, DeflectionInput input, ValuationTerms terms) =>
        Metrics.Streams.ServiceSavings.Value(fact, input, terms);
}

/// <summary>Contacts that were not needed.</summary>
internal sealed record RecordDeflectionInput : StreamFactInput<Deflection>;

[MutationType]
internal static partial class RecordDeflection
{
    /// <summary>
    /// Records contacts that did not come because the answer was there. SERVICE_SAVINGS = contacts × deflection × (1 - re-contact) × cost of a
    /// contact - content cost. What is not cashable is capacity freed: a memo beside the return. Grade D unless stated, B at best. To repeat it
    /// safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordDeflectionAsync(
        RecordDeflectionInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.Deflection), database, time, cancellationToken);
}
