using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>Where somebody of the client appeared.</summary>
internal enum AppearanceType
{
    /// <summary>A talk at somebody else's event.</summary>
    Talk,

    /// <summary>An event of one's own.</summary>
    Event,

    /// <summary>A talk over the net.</summary>
    Webinar,

    /// <summary>An article, a book, a study.</summary>
    Publication,

    /// <summary>Answers to a journalist or a host.</summary>
    Interview,
}

/// <summary>A talk, an event, a webinar or a publication, and what became of its audience. What it cost is entered as costs.</summary>
internal sealed record Appearance : StreamContent
{
    /// <summary>Where somebody of the client appeared.</summary>
    [InFile]
    public required AppearanceType Type { get; init; }

    /// <summary>What it was called.</summary>
    [InFile("What it was called.")]
    public required string Title { get; init; }

    /// <summary>Who was there, not who was invited.</summary>
    [InFile("Who was there.")]
    public required decimal Attendees { get; init; }

    /// <summary>The share of them who are leads.</summary>
    [InFile("The share of attendees who are leads, 0 to 1.")]
    public required Estimate QualifiedRate { get; init; }

    /// <summary>The share of leads who buy.</summary>
    [InFile("The share of leads who buy, 0 to 1.")]
    public required Estimate CloseRate { get; init; }

    /// <summary>Revenue of one deal, net of tax.</summary>
    [InFile("Revenue of one deal.", Number = FileNumber.Amount)]
    public required Estimate DealValue { get; init; }

    /// <summary>The share of deals whose first touch was this appearance.</summary>
    [InFile("The share of deals whose first touch was here, 0 to 1.")]
    public required Estimate SourcedShare { get; init; }

    /// <summary>The share of deals with a touch at this appearance and their first elsewhere: shown as a memo, never summed.</summary>
    [InFile("The share of deals with a later touch here, 0 to 1.")]
    public Estimate? InfluencedShare { get; init; }

    /// <summary>The share of revenue that is contribution; null: the client's margin.</summary>
    [InFile("The share of revenue that is contribution; the client's margin is the default.")]
    public decimal? Margin { get; init; }

    /// <summary>Who appeared, as the client's people are called in another system.</summary>
    [InFile("Who appeared.")]
    public string? Contributor { get; init; }
}

internal sealed class Appearances : StreamKind<Appearance, AppearanceInput>
{
    public override StreamFactKind Kind => StreamFactKind.Appearance;

    public override ValueStream Stream => ValueStream.ThoughtLeadership;

    public override string ImportName => "appearances";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => ThoughtLeadership.Method;

    protected override void Check(FactChecks checks, Appearance content, StreamFactStatement statement)
    {
        checks.Text(content.Title, "title");
        checks.Text(content.Contributor, "contributor");
    }

    protected override AppearanceInput Input(StreamFactStatement statement, Appearance content, ValuationSurroundings surroundings) =>
        new(
            content.Attendees,
            QualifiedRate: content.QualifiedRate,
            CloseRate: content.CloseRate,
            DealValue: content.DealValue,
            content.Margin ?? surroundings.Margin,
            SourcedShare: content.SourcedShare,
            InfluencedShare: content.InfluencedShare ?? new Estimate(0m)
        );

    protected override StreamValue Value(Stated fact, AppearanceInput input, ValuationTerms terms) =>
        ThoughtLeadership.Value(fact, input, terms);
}

/// <summary>An appearance.</summary>
internal sealed record RecordAppearanceInput : StreamFactInput<Appearance>;

[MutationType]
internal static partial class RecordAppearance
{
    /// <summary>
    /// Records a talk, an event, a webinar or a publication. THOUGHT_LEADERSHIP = attendees × qualified × close × deal × margin × sourced share; what
    /// was only influenced is a memo. Grade D unless stated, B at best. To repeat it safely, give it an external reference: sent again with the same
    /// content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordAppearanceAsync(
        RecordAppearanceInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.Appearance), database, time, cancellationToken);
}
