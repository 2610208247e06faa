using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A link or a citation that was earned: valued once, month by month over at most 24 months. The fact's day is the day it was earned.</summary>
/// <param name="Url">The address of the page that links.</param>
/// <param name="IsFollowed">Whether search engines follow it; one that they do not follow is worth nothing.</param>
/// <param name="IsSpam">Whether the page is made for links; such a link is worth nothing.</param>
/// <param name="Pricing">How it is priced: by the clicks that come through it, by what it would cost to earn, or by its part in the site's traffic value.</param>
/// <param name="Quantity">Clicks a month, 1 for a cost, or the site's referring domains, as the pricing says.</param>
/// <param name="Price">Value of a visit, cost of a link, or the site's monthly traffic value, as the pricing says.</param>
/// <param name="MonthlySurvival">The share of such links that still stand after a month, 0 to 1.</param>
/// <param name="SeenOn">The last day it was seen alive: no month after it is valued until it is seen again.</param>
/// <param name="Currency">ISO 4217: the currency of all its amounts.</param>
/// <param name="LostOn">When it was lost; that month and the later ones count nothing.</param>
/// <param name="TargetPage">The client's page that it leads to. In months in which the page's traffic is priced by keyword, a replacement cost of the link counts nothing.</param>
/// <param name="Topic">The topic that it supports.</param>
internal sealed record Backlink(
    string Url,
    bool IsFollowed,
    bool IsSpam,
    LinkPricing Pricing,
    decimal Quantity,
    decimal Price,
    Estimate MonthlySurvival,
    DateOnly SeenOn,
    string Currency,
    DateOnly? LostOn = null,
    string? TargetPage = null,
    string? Topic = null
) : IStreamContent;

internal sealed class Backlinks : StreamKind<Backlink, LinkInput>
{
    protected override string FieldOf(string inputField) =>
        inputField == nameof(LinkInput.EarnedOn) ? "occurredOn" : base.FieldOf(inputField);

    public override StreamFactKind Kind => StreamFactKind.Backlink;

    public override ValueStream Stream => ValueStream.Authority;

    public override string ImportName => "backlinks";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("url", "The address of the page that links.", IsRequired: true),
        new("is_followed", "true or false.", IsRequired: true),
        new("is_spam", "true or false; false is the default."),
        new("pricing", $"One of {string.Join(", ", EnumCode.All<LinkPricing>())}.", IsRequired: true),
        new QuantityColumn("quantity", "Clicks a month, 1 for a cost, or referring domains, as the pricing says.", IsRequired: true),
        new AmountColumn("price", "Value of a visit, cost of a link, or monthly traffic value, as the pricing says.", IsRequired: true),
        .. MeasuredColumns.Of("monthly_survival", "The share of such links that still stand after a month, 0 to 1.", isRequired: true),
        new("seen_on", "The last day it was seen alive.", IsRequired: true),
        new("lost_on", "When it was lost."),
        new("target_page", "The client's page that it leads to."),
        new("topic", "The topic that it supports."),
    ];

    protected override Backlink Content(ImportRow row) =>
        new(
            row.RequiredText("url"),
            IsFollowed: row.RequiredFlag("is_followed"),
            IsSpam: row.Flag("is_spam") ?? false,
            row.RequiredCode<LinkPricing>("pricing"),
            Quantity: row.RequiredNumber("quantity"),
            Price: row.RequiredNumber("price"),
            row.RequiredMeasured("monthly_survival"),
            row.RequiredDay("seen_on"),
            row.RequiredText("currency"),
            row.Day("lost_on"),
            TargetPage: row.Text("target_page"),
            Topic: row.Text("topic")
        );

    protected override void Check(FactChecks checks, Backlink content, StreamFactStatement statement)
    {
        checks.Url(content.Url);
        checks.Url(content.TargetPage, "targetPage");
        checks.Text(content.Topic, "topic");
        checks.Happened(content.SeenOn, "seenOn");
        checks.Happened(content.LostOn, "lostOn");
    }

    protected override LinkInput Input(StreamFactStatement statement, Backlink content, ValuationSurroundings surroundings) =>
        new(
            content.Url,
            EarnedOn: statement.OccurredOn,
            SeenOn: content.SeenOn,
            content.LostOn,
            IsFollowed: content.IsFollowed,
            IsSpam: content.IsSpam,
            content.Pricing,
            Quantity: content.Quantity,
            Price: content.Price,
            content.MonthlySurvival,
            surroundings.PricedTraffic?.ToHashSet()
        );

    protected override StreamValue Value(Stated fact, LinkInput input, ValuationTerms terms) =>
        Metrics.Streams.Authority.Value(fact, input, terms);
}

/// <summary>A link or a citation.</summary>
internal sealed record RecordBacklinkInput : StreamFactInput<Backlink>;

[MutationType]
internal static partial class RecordBacklink
{
    /// <summary>
    /// Records a link or a citation. AUTHORITY = monthly value × survival, one entry a month while it is seen alive, at most 24. A lost, unfollowed
    /// or spam link counts nothing. Send it again with a later seenOn to value the months since. Grade D at best for replacement costs, C for clicks.
    /// To repeat it safely, give it an external reference: sent again with the same content it changes nothing.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<ShareOutOfRangeError>]
    [Error<NoExchangeRateError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<StreamFact>> RecordBacklinkAsync(
        RecordBacklinkInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => StreamRecording.Instance.RecordAsync(input, StreamKinds.Of(StreamFactKind.Backlink), database, time, cancellationToken);
}
