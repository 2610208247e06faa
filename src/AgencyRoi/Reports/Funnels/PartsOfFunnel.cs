using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Funnels;

[ObjectType<ClientFunnel>]
internal static partial class PartsOfFunnel
{
    private const int MostSettledAfterDays = 3_650;

    /// <summary>
    /// The funnel by the channel that brought each step, by contacts; contacts and cost of no channel are a part too. Each says what the next step of those is whom
    /// it brought first, and whether it is a dead end. At most a hundred channels stand by themselves, the others together in one part at the end.
    /// </summary>
    /// <param name="settledAfterDays">After how many days without a further step a contact counts for a dead end, 0 to 3650.</param>
    /// <param name="deadEndContacts">How many such contacts a channel has at least that is a dead end, from 1 on.</param>
    /// <param name="onlyDeadEnds">The dead ends alone.</param>
    [Portal]
    [ListSize(AssumedSize = 20)]
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<ChannelFunnel>>> GetByChannelAsync(
        [Parent] List<ClientFunnel> funnels,
        OperationDatabase database,
        TimeProvider time,
        int settledAfterDays = 90,
        int deadEndContacts = 30,
        bool onlyDeadEnds = false,
        CancellationToken cancellationToken = default
    )
    {
        if (settledAfterDays is < 0 or > MostSettledAfterDays)
            throw BadInput.Of($"settledAfterDays lies between 0 and {MostSettledAfterDays}.");
        if (deadEndContacts < 1)
            throw BadInput.Of("deadEndContacts is at least 1.");
        var rule = new DeadEndRule(deadEndContacts, settledAfterDays);
        var parts = await FunnelParts.LoadAsync(funnels, LedgerDimension.Channel, database, cancellationToken);
        var flows = await FlowsAsync(funnels, rule, database, time, cancellationToken);
        return
        [
            .. funnels.Select(
                (funnel, i) =>
                    (IReadOnlyList<ChannelFunnel>)
                        [.. parts[i].Select(part => OfChannel(part, flows[i], rule)).Where(part => part.IsDeadEnd || !onlyDeadEnds)]
            ),
        ];
    }

    /// <summary>
    /// The funnel by the campaign that brought each step, each without those below it, by contacts; contacts and cost of no campaign are a part too. At most a hundred
    /// campaigns stand by themselves, the others together in one part at the end.
    /// </summary>
    [Portal]
    [ListSize(AssumedSize = 50)]
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<CampaignFunnel>>> GetByCampaignAsync(
        [Parent] List<ClientFunnel> funnels,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var parts = await FunnelParts.LoadAsync(funnels, LedgerDimension.Campaign, database, cancellationToken);
        return [.. parts.Select(each => (IReadOnlyList<CampaignFunnel>)[.. each.Select(part => new CampaignFunnel(part))])];
    }

    private static ChannelFunnel OfChannel(PartOfFunnel part, ILookup<Guid, FunnelFlow> flows, DeadEndRule rule) =>
        new(part, ChannelOutflow.Of(part.Ids.Ids.SelectMany(id => flows[id]), rule));

    private static async Task<IReadOnlyList<ILookup<Guid, FunnelFlow>>> FlowsAsync(
        List<ClientFunnel> funnels,
        DeadEndRule rule,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var results = new ILookup<Guid, FunnelFlow>[funnels.Count];
        foreach (var alike in funnels.Index().GroupBy(each => each.Item.Scope.Sums.Period))
        {
            var scope = new SumScope([.. alike.SelectMany(each => each.Item.Scope.Sums.ClientIds).Distinct()], alike.Key);
            var flows = await database.RunAsync(
                async (session, token) =>
                {
                    var today = await ClientDays.TodayAsync(session, scope.ClientIds, time.GetUtcNow(), token);
                    return await FunnelFlows.LoadAsync(
                        session,
                        scope,
                        today.ToDictionary(day => day.Key, day => day.Value.AddDays(-rule.Days)),
                        token
                    );
                },
                cancellationToken
            );
            var byClient = flows.ToLookup(flow => flow.ClientId);
            foreach (var (index, funnel) in alike)
                results[index] = funnel.Scope.Sums.ClientIds.SelectMany(client => byClient[client]).ToLookup(flow => flow.ChannelId);
        }
        return results;
    }
}
