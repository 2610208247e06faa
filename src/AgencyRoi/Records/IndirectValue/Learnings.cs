using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Hours that did not have to be spent: a piece used again, people trained by doing.</summary>
/// <param name="Kind">A piece used again, or training.</param>
/// <param name="Subject">What was used again or learned.</param>
/// <param name="Uses">Of the piece, the first included; of training, the people trained.</param>
/// <param name="Hours">To make it anew, or saved by each new person.</param>
/// <param name="HourlyCost">Loaded cost of an hour.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
/// <param name="CourseFee">Of training: what a course for one person costs; null: there is none to buy.</param>
internal sealed record Learning(
    LearningKind Kind,
    string Subject,
    decimal Uses,
    Estimate Hours,
    decimal HourlyCost,
    string Currency,
    decimal? CourseFee = null
) : IStreamContent;

internal sealed class Learnings : StreamKind<Learning, LearningInput>
{
    public override StreamFactKind Kind => StreamFactKind.Learning;

    public override ValueStream Stream => ValueStream.ContentAndLearning;

    public override string ImportName => "learnings";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.ContentAndLearning.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("kind", $"One of {string.Join(", ", EnumCode.All<LearningKind>())}.", IsRequired: true),
        new("subject", "What was used again or learned.", IsRequired: true),
        new("uses", "Of the piece, the first included; of training, the people trained.", IsRequired: true),
        .. MeasuredColumns.Of("hours", "To make it anew, or saved by each new person.", isRequired: true),
        new AmountColumn("hourly_cost", "Loaded cost of an hour.", IsRequired: true),
        new AmountColumn("course_fee", "What a course for one person costs."),
    ];

    protected override Learning Content(ImportRow row) =>
        new(
            row.RequiredCode<LearningKind>("kind"),
            row.RequiredText("subject"),
            row.RequiredNumber("uses"),
            row.RequiredMeasured("hours"),
            row.RequiredNumber("hourly_cost"),
            row.RequiredText("currency"),
            row.Number("course_fee")
        );

    protected override void Check(FactChecks checks, Learning content, StreamFactStatement statement) =>
        checks.Text(content.Subject, "subject");

    protected override LearningInput Input(StreamFactStatement statement, Learning content, ValuationSurroundings surroundings) =>
        new(content.Kind, content.Uses, content.Hours, content.HourlyCost, content.CourseFee);

    protected override StreamValue Value(Stated fact, LearningInput input, ValuationTerms terms) =>
        Metrics.Streams.ContentAndLearning.Value(fact, input, terms);
}

/// <summary>A piece used again, or people trained.</summary>
internal sealed record RecordLearningInput : StreamFactInput<Learning>;

[MutationType]
internal static partial class RecordLearning
{
    /// <summary>
    /// Records a piece used again or people trained by doing. CONTENT_AND_LEARNING = uses after the first × hours × loaded rate; of training, people
    /// × hours saved × rate or the course fee, the cheaper. A replacement cost, grade D at best. To repeat it safely, give it an external reference:
    /// sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordLearningAsync(
        RecordLearningInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.Learning), database, time, cancellationToken);
}
