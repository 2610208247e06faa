using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.IndirectValue;

namespace AgencyRoi.Records.Audience;

[ObjectType<AudienceAudit>]
internal static partial class AudienceAuditFields
{
    [NodeResolver]
    public static Task<AudienceAudit?> GetAudienceAuditAsync(Guid id, RowById<AudienceAudit> audits, CancellationToken cancellationToken) =>
        audits.LoadAsync(id, cancellationToken);

    [BindMember(nameof(AudienceAudit.ChannelId))]
    public static Task<Channel> GetChannelAsync(
        [Parent("ChannelId")] AudienceAudit audit,
        RowById<Channel, ChannelId> channels,
        QueryContext<Channel> query,
        CancellationToken cancellationToken
    ) => channels.LoadReferredAsync(audit.ChannelId, query, cancellationToken);

    /// <summary>The share of accounts that are fake or inactive, with six places, and Wilson's interval at 95 %.</summary>
    public static IndirectValue.Estimate GetInauthenticShare([Parent("Inauthentic Sample")] AudienceAudit audit) =>
        AuditFigures.InauthenticShare(audit.Inauthentic, audit.Sample);

    /// <summary>Gross followers × (1 - inauthentic share), with the interval of the share; whole people, rounded once, half to even.</summary>
    public static IndirectValue.Estimate GetRealFollowers([Parent("GrossFollowers Inauthentic Sample")] AudienceAudit audit) =>
        AuditFigures.RealFollowers(audit.GrossFollowers, audit.Inauthentic, audit.Sample);
}

/// <summary>The advertising price of attention. It is in no return.</summary>
/// <param name="Amount">Impressions / 1,000 × price of a thousand × share.</param>
/// <param name="EvidenceGrade">The grade of equivalences.</param>
/// <param name="Note">Why it is no value.</param>
internal sealed record EarnedMediaMemo(Money Amount, EvidenceGrade EvidenceGrade, string Note);

[ExtendObjectType<Client>]
internal static partial class AudienceOfClient
{
    private static readonly ChildList<AudienceAudit, ClientId> Audits = new(
        audit => audit.ClientId,
        sort => sort.AddDescending(audit => audit.OccurredOn)
    );

    /// <summary>Audits of the audiences of the client's channels, the latest first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<AudienceAudit>>> GetAudienceAuditsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<AudienceAudit> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Audits.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>Earned media value, on request: a memo of grade E that enters no return, whatever is asked.</summary>
    /// <param name="impressions">How often something was shown.</param>
    /// <param name="costPerThousand">The price of a thousand impressions, in the client's currency.</param>
    /// <param name="share">The share of impressions that counts, 0 to 1; a multiplier is refused.</param>
    public static EarnedMediaMemo GetEarnedMediaValue(
        [Parent("Currency")] Client client,
        decimal impressions,
        decimal costPerThousand,
        decimal share = 1m
    )
    {
        if (impressions is < 0 or > 1e15m || costPerThousand is < 0 or > 1e6m || share is < 0 or > 1)
            throw BadInput.Of(
                "Impressions lie between 0 and 1,000,000,000,000,000 (10^15), a price between 0 and 1,000,000 (10^6), and a share between 0 and 1."
            );
        var memo = EarnedMedia.OfImpressions(impressions, costPerThousand, share, client.Currency);
        return new(
            new Money(memo.Figure.Amount, client.Currency).Rounded(MinorUnits.Of(client.Currency)),
            EarnedMedia.Grade,
            EarnedMedia.Note
        );
    }
}
