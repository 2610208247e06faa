using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Hours that did not have to be spent: a piece used again, people trained by doing.</summary>
internal sealed record Learning : StreamContent
{
    /// <summary>A piece used again, or training.</summary>
    [InFile]
    public required LearningKind Kind { get; init; }

    /// <summary>What was used again or learned.</summary>
    [InFile("What was used again or learned.")]
    public required string Subject { get; init; }

    /// <summary>Of the piece, the first included; of training, the people trained.</summary>
    [InFile("Of the piece, the first included; of training, the people trained.")]
    public required decimal Uses { get; init; }

    /// <summary>To make it anew, or saved by each new person.</summary>
    [InFile("To make it anew, or saved by each new person.")]
    public required Estimate Hours { get; init; }

    /// <summary>Loaded cost of an hour.</summary>
    [InFile("Loaded cost of an hour.", Number = FileNumber.Amount)]
    public required decimal HourlyCost { get; init; }

    /// <summary>Of training: what a course for one person costs; null: there is none to buy.</summary>
    [InFile("What a course for one person costs.", Number = FileNumber.Amount)]
    public decimal? CourseFee { get; init; }
}

internal sealed class Learnings : StreamKind<Learning, LearningInput>
{
    public override StreamFactKind Kind => StreamFactKind.Learning;

    public override ValueStream Stream => ValueStream.ContentAndLearning;

    public override string ImportName => "learnings";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => Metrics.Streams.ContentAndLearning.Method;

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
