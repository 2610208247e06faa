using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
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
/// <param name="Type">Where somebody of the client appeared.</param>
/// <param name="Title">What it was called.</param>
/// <param name="Attendees">Who was there, not who was invited.</param>
/// <param name="QualifiedRate">The share of them who are leads.</param>
/// <param name="CloseRate">The share of leads who buy.</param>
/// <param name="DealValue">Revenue of one deal, net of tax.</param>
/// <param name="SourcedShare">The share of deals whose first touch was here.</param>
/// <param name="InfluencedShare">The share of deals with a touch here and their first elsewhere: shown as a memo, never summed.</param>
/// <param name="Margin">The share of revenue that is contribution; null: the client's margin.</param>
/// <param name="Contributor">Who appeared, as the client's people are called in another system.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
internal sealed record Appearance(
    AppearanceType Type,
    string Title,
    decimal Attendees,
    Estimate QualifiedRate,
    Estimate CloseRate,
    Estimate DealValue,
    Estimate SourcedShare,
    string Currency,
    Estimate? InfluencedShare = null,
    decimal? Margin = null,
    string? Contributor = null
) : IStreamContent;

internal sealed class Appearances : StreamKind<Appearance, AppearanceInput>
{
    public override StreamFactKind Kind => StreamFactKind.Appearance;

    public override ValueStream Stream => ValueStream.ThoughtLeadership;

    public override string ImportName => "appearances";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;
    public override ValuationMethod? OneEntry => ThoughtLeadership.Method;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("type", $"One of {string.Join(", ", EnumCode.All<AppearanceType>())}.", IsRequired: true),
        new("title", "What it was called.", IsRequired: true),
        new("attendees", "Who was there.", IsRequired: true),
        .. MeasuredColumns.Of("qualified_rate", "The share of attendees who are leads, 0 to 1.", isRequired: true),
        .. MeasuredColumns.Of("close_rate", "The share of leads who buy, 0 to 1.", isRequired: true),
        .. MeasuredColumns.OfAmount("deal_value", "Revenue of one deal.", isRequired: true),
        .. MeasuredColumns.Of("sourced_share", "The share of deals whose first touch was here, 0 to 1.", isRequired: true),
        .. MeasuredColumns.Of("influenced_share", "The share of deals with a later touch here, 0 to 1."),
        new("margin", "The share of revenue that is contribution; the client's margin is the default."),
        new("contributor", "Who appeared."),
    ];

    protected override Appearance Content(ImportRow row) =>
        new(
            row.RequiredCode<AppearanceType>("type"),
            row.RequiredText("title"),
            row.RequiredNumber("attendees"),
            QualifiedRate: row.RequiredMeasured("qualified_rate"),
            CloseRate: row.RequiredMeasured("close_rate"),
            DealValue: row.RequiredMeasured("deal_value"),
            SourcedShare: row.RequiredMeasured("sourced_share"),
            row.RequiredText("currency"),
            row.Measured("influenced_share"),
            row.Number("margin"),
            row.Text("contributor")
        );

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
