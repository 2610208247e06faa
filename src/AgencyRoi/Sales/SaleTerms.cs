using AgencyRoi.Channels;
using AgencyRoi.Database;
using AgencyRoi.Metrics;
using AgencyRoi.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Sales;

/// <summary>What decides the worth of some sales: which channels the agency runs, and the goals' values.</summary>
internal sealed class SaleTerms
{
    private readonly HashSet<Guid> agencyChannels;
    private readonly ILookup<Guid, GoalValue> values;

    private SaleTerms(HashSet<Guid> agencyChannels, ILookup<Guid, GoalValue> values) =>
        (this.agencyChannels, this.values) = (agencyChannels, values);

    public static async Task<SaleTerms> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<SaleDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var channels = drafts.Select(draft => draft.ChannelId).OfType<Guid>().Distinct().ToList();
        var goals = drafts.Where(draft => draft.Amount is null).Select(draft => draft.GoalId).OfType<Guid>().Distinct().ToList();
        var agencyChannels =
            channels.Count == 0
                ? []
                : await session
                    .Db.Set<Channel>()
                    .Where(channel => channels.Contains(channel.Id) && channel.RunByAgency)
                    .Select(channel => channel.Id)
                    .ToHashSetAsync(cancellationToken);
        var values =
            goals.Count == 0
                ? []
                : await session
                    .Db.Set<GoalValue>()
                    .AsNoTracking()
                    .Where(value => goals.Contains(value.GoalId))
                    .ToListAsync(cancellationToken);
        return new SaleTerms(agencyChannels, values.ToLookup(value => value.GoalId));
    }

    public bool IsAgencyChannel(Guid? channelId) => channelId is { } id && agencyChannels.Contains(id);

    /// <summary>What one conversion is worth that has no amount of its own; null when its goal has no value on that day.</summary>
    public Money? UnitValueOf(SaleDraft draft) =>
        draft.GoalId is { } goal ? GoalValue.InForce(values[goal], draft.OccurredOn)?.UnitValue : null;
}
