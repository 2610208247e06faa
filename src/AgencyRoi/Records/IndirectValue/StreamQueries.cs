using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Records.IndirectValue;

[ObjectType<StreamFact>]
internal static partial class StreamFactFields
{
    [NodeResolver]
    public static Task<StreamFact?> GetStreamFactAsync(Guid id, RowById<StreamFact> facts, CancellationToken cancellationToken) =>
        facts.LoadAsync(id, cancellationToken);

    /// <summary>What it says, by its kind.</summary>
    public static IStreamContent GetContent([Parent] StreamFact fact) => fact.Content;

    /// <summary>What proves it.</summary>
    public static IReadOnlyList<EvidenceItem> GetEvidence([Parent] StreamFact fact) => fact.ReadEvidence();

    /// <summary>What its valuation found and keeps out of every return, each with the reason.</summary>
    public static IReadOnlyList<StreamMemo> GetMemos([Parent] StreamFact fact) => fact.ReadMemos();

    /// <summary>Its client.</summary>
    public static Task<Client> GetClientAsync(
        [Parent("ClientId")] StreamFact fact,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => clients.LoadRequiredAsync(fact.ClientId, cancellationToken);

    /// <summary>The channel it belongs to; null: none.</summary>
    public static Task<Channel?> GetChannelAsync(
        [Parent("ChannelId")] StreamFact fact,
        RowById<Channel, ChannelId> channels,
        CancellationToken cancellationToken
    ) => channels.LoadIfReferredAsync(fact.ChannelId, cancellationToken);

    /// <summary>The campaign it belongs to; null: none.</summary>
    public static Task<Campaign?> GetCampaignAsync(
        [Parent("CampaignId")] StreamFact fact,
        RowById<Campaign, CampaignId> campaigns,
        CancellationToken cancellationToken
    ) => campaigns.LoadIfReferredAsync(fact.CampaignId, cancellationToken);

    /// <summary>The goal it serves; null: none.</summary>
    public static Task<Goal?> GetGoalAsync(
        [Parent("GoalId")] StreamFact fact,
        RowById<Goal, GoalId> goals,
        CancellationToken cancellationToken
    ) => goals.LoadIfReferredAsync(fact.GoalId, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class StreamFactsOfClient
{
    private static readonly ChildList<StreamFact, ClientId> Facts = new(
        fact => fact.ClientId,
        sort => sort.AddDescending(fact => fact.OccurredOn)
    );

    /// <summary>
    /// What the indirect streams are made of: talks, kept customers, referrals and so on, the latest first unless another order is asked for; retracted
    /// ones among them.
    /// </summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<StreamFact>>> GetStreamFactsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<StreamFact> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Facts.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
