using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Contacts that did not have to be answered one by one.</summary>
internal sealed record Deflection : StreamContent
{
    /// <summary>That would have come; for an answer that serves many, all that ended with it.</summary>
    [InFile("That would have come.")]
    public required decimal Contacts { get; init; }

    /// <summary>Whether it is one answer read by many: the first reader is served by writing it.</summary>
    [InFile("true when it is one answer read by many; false is the default.", Otherwise = false)]
    public required bool IsOneToMany { get; init; }

    /// <summary>The share served without a contact, 0 to 1. Views are no deflections.</summary>
    [InFile("The share served without a contact, 0 to 1.")]
    public required Estimate DeflectionRate { get; init; }

    /// <summary>The share of those who came back all the same, 0 to 1.</summary>
    [InFile("The share of those who came back all the same, 0 to 1.")]
    public required Estimate RecontactRate { get; init; }

    /// <summary>Handling minutes / 60 × loaded hourly cost, or support cost / contacts.</summary>
    [InFile("What one contact costs.", Number = FileNumber.Amount)]
    public required Estimate CostPerContact { get; init; }

    /// <summary>Of writing and moderating, where it is not entered as a cost.</summary>
    [InFile("Of writing and moderating, where it is not entered as a cost.", Otherwise = 0, Number = FileNumber.Amount)]
    public required decimal ContentCost { get; init; }

    /// <summary>Whether hours or headcount really fall. Otherwise it is capacity freed, a memo.</summary>
    [InFile("true when hours or headcount really fall.")]
    public required bool IsCashable { get; init; }
}

internal sealed class Deflections : StreamKind<Deflection, DeflectionInput>
{
    public override StreamFactKind Kind => StreamFactKind.Deflection;

    public override ValueStream Stream => ValueStream.ServiceSavings;

    public override string ImportName => "deflections";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.ServiceSavings.Method;

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
