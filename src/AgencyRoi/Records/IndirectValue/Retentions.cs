using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Customers who are in touch with the brand's people, against comparable ones who are not, over one period.</summary>
internal sealed record Retention : StreamContent
{
    /// <summary>The engaged, at the start of the period.</summary>
    [InFile("The engaged, at the start of the period.")]
    public required decimal EngagedCustomers { get; init; }

    /// <summary>Those of them who left in it.</summary>
    [InFile("Those of them who left in it.")]
    public required decimal EngagedLost { get; init; }

    /// <summary>The engaged whose period had not ended when they were last seen: neither kept nor lost.</summary>
    [InFile("Those of them whose period had not ended when they were last seen.")]
    public decimal EngagedCensored { get; init; }

    /// <summary>The others, at the start of the period.</summary>
    [InFile("The others, at the start of the period.")]
    public required decimal ControlCustomers { get; init; }

    /// <summary>Those of them who left in it.</summary>
    [InFile("Those of them who left in it.")]
    public required decimal ControlLost { get; init; }

    /// <summary>The others whose period had not ended when they were last seen.</summary>
    [InFile("Those of them whose period had not ended when they were last seen.")]
    public decimal ControlCensored { get; init; }

    /// <summary>Contribution of one customer in one period.</summary>
    [InFile("Contribution of one customer in one period.", Number = FileNumber.Amount)]
    public required decimal Margin { get; init; }

    /// <summary>How a kept customer becomes money.</summary>
    [InFile("One of PERIOD, LIFETIME; PERIOD is the default.")]
    public RetentionForm Form { get; init; } = RetentionForm.Period;

    /// <summary>Per period, for lifetime values: 0.01 is one per cent.</summary>
    [InFile("Per period, for lifetime values.")]
    public decimal DiscountRate { get; init; }

    /// <summary>How far lifetime values go; null: without end.</summary>
    [InFile("How far lifetime values go; empty is without end.")]
    public int? HorizonPeriods { get; init; }

    /// <summary>Margin of these customers' orders that the client's return holds already; taken off.</summary>
    [InFile("Margin of these customers' orders that the return holds already.", Number = FileNumber.Amount)]
    public decimal CountedAlready { get; init; }

    /// <summary>
    /// The engaged customers' keys, as sales name their contacts, at most 1000: what the ledger counts as their sales from the fact's first to its last day is
    /// taken off too, whichever is entered first.
    /// </summary>
    [Key]
    [InFile("The engaged customers' keys, separated by spaces.")]
    public IReadOnlyList<string>? ContactReferences { get; init; }
}

internal sealed class Retentions : StreamKind<Retention, RetentionInput>
{
    private const int MostPeriods = 1200;

    public override StreamFactKind Kind => StreamFactKind.Retention;

    public override ValueStream Stream => ValueStream.Relationships;

    public override string ImportName => "retentions";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.C;

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
