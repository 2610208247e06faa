using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;
using Stated = AgencyRoi.Metrics.Streams.StreamFact;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>A link or a citation that was earned: valued once, month by month over at most 24 months. The fact's day is the day it was earned.</summary>
internal sealed record Backlink : StreamContent
{
    /// <summary>The address of the page that links.</summary>
    [InFile("The address of the page that links.")]
    public required string Url { get; init; }

    /// <summary>Whether search engines follow it; one that they do not follow is worth nothing.</summary>
    [InFile("true or false.")]
    public required bool IsFollowed { get; init; }

    /// <summary>Whether the page is made for links; such a link is worth nothing.</summary>
    [InFile("true or false; false is the default.", Otherwise = false)]
    public required bool IsSpam { get; init; }

    /// <summary>How it is priced: by the clicks that come through it, by what it would cost to earn, or by its part in the site's traffic value.</summary>
    [InFile]
    public required LinkPricing Pricing { get; init; }

    /// <summary>Clicks a month, 1 for a cost, or the site's referring domains, as the pricing says.</summary>
    [InFile("Clicks a month, 1 for a cost, or referring domains, as the pricing says.", Number = FileNumber.Quantity)]
    public required decimal Quantity { get; init; }

    /// <summary>Value of a visit, cost of a link, or the site's monthly traffic value, as the pricing says.</summary>
    [InFile("Value of a visit, cost of a link, or monthly traffic value, as the pricing says.", Number = FileNumber.Amount)]
    public required decimal Price { get; init; }

    /// <summary>The share of such links that still stand after a month, 0 to 1.</summary>
    [InFile("The share of such links that still stand after a month, 0 to 1.")]
    public required Estimate MonthlySurvival { get; init; }

    /// <summary>The last day it was seen alive: no month after it is valued until it is seen again.</summary>
    [InFile("The last day it was seen alive.")]
    public required DateOnly SeenOn { get; init; }

    /// <summary>When it was lost; that month and the later ones count nothing.</summary>
    [InFile("When it was lost.")]
    public DateOnly? LostOn { get; init; }

    /// <summary>The client's page that it leads to. In months in which the page's traffic is priced by keyword, a replacement cost of the link counts nothing.</summary>
    [InFile("The client's page that it leads to.")]
    public string? TargetPage { get; init; }

    /// <summary>The topic that it supports.</summary>
    [InFile("The topic that it supports.")]
    public string? Topic { get; init; }
}

internal sealed class Backlinks : StreamKind<Backlink, LinkInput>
{
    protected override string FieldOf(string inputField) =>
        inputField == nameof(LinkInput.EarnedOn) ? "occurredOn" : base.FieldOf(inputField);

    public override StreamFactKind Kind => StreamFactKind.Backlink;

    public override ValueStream Stream => ValueStream.Authority;

    public override string ImportName => "backlinks";

    public override EvidenceGrade DefaultGrade => EvidenceGrade.D;

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
