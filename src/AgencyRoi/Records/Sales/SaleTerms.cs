using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>The terms of some sales: which channels the agency runs, and the goals' values.</summary>
internal sealed class SaleTerms
{
    private readonly HashSet<ChannelId> agencyChannels;
    private readonly HashSet<(ClientId ClientId, GoalId GoalId)> goals;
    private readonly ILookup<GoalId, GoalValue> values;

    private SaleTerms(HashSet<ChannelId> agencyChannels, HashSet<(ClientId, GoalId)> goals, ILookup<GoalId, GoalValue> values) =>
        (this.agencyChannels, this.goals, this.values) = (agencyChannels, goals, values);

    public static async Task<SaleTerms> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<SaleStatement> statements,
        CancellationToken cancellationToken
    )
    {
        var channels = statements.Select(statement => statement.ChannelId).OfType<ChannelId>().Distinct().ToList();
        GoalId[] pricing =
        [
            .. statements.Where(statement => statement.Amount is null).Select(statement => statement.GoalId).OfType<GoalId>().Distinct(),
        ];
        var agencyChannels =
            channels.Count == 0
                ? []
                : await session
                    .Db.Set<Channel>()
                    .Where(channel => channels.Contains(channel.Id) && channel.RunByAgency)
                    .Select(channel => channel.Id)
                    .ToHashSetAsync(cancellationToken);
        if (pricing.Length == 0)
            return new SaleTerms(agencyChannels, [], Array.Empty<GoalValue>().ToLookup(value => value.GoalId));

        var goals = await session
            .Db.Set<Goal>()
            .Where(goal => pricing.Contains(goal.Id))
            .Select(goal => new { goal.ClientId, goal.Id })
            .ToListAsync(cancellationToken);
        var owned = goals.Select(goal => (goal.ClientId, goal.Id)).ToHashSet();
        return new SaleTerms(agencyChannels, owned, await GoalLoaders.ValuesOfAsync(session, pricing, cancellationToken));
    }

    public bool IsAgencyChannel(ChannelId? channelId) => channelId is { } id && agencyChannels.Contains(id);

    /// <summary>What one conversion is worth that has no amount of its own: its goal's value in force on that day.</summary>
    /// <returns>An error when there is none.</returns>
    public IUserError? UnitValueOrError(SaleStatement statement, out Money? found)
    {
        found = null;
        if (statement.Amount is not null)
            return null;
        if (statement.GoalId is not { } goal || !goals.Contains((statement.ClientId, goal)))
            return NotFoundError.Of("goal", "goalId");
        found = values[goal].InForceOn(statement.OccurredOn)?.UnitValue;
        return found is null ? new GoalWithoutValueError(["input", "occurredOn"]) : null;
    }
}
