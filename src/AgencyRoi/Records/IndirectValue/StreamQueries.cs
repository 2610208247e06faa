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
