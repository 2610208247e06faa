using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Reports.Comparability;
using AgencyRoi.Terms.KpiDefinitions;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Caveats;

/// <summary>Figures under goals that began to be measured in another way inside their days.</summary>
internal static class ChangedDefinitions
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Caveats.entries_of_goals.sql");

    /// <summary>One statement, three more when there are breaks at all.</summary>
    public static async Task<Restriction> LoadAsync(DatabaseSession session, AskedFigures asked, CancellationToken cancellationToken)
    {
        var definitions = await session.Db.Set<KpiDefinition>().ToListAsync(cancellationToken);
        var breaks = asked
            .Periods.SelectMany(period => DefinitionBreaks.In(definitions, period).Select(pair => (Period: period, pair.After)))
            .ToList();
        if (breaks.Count == 0)
            return new(Caveat.DefinitionChanged, _ => false);
        var goals = await session.Db.Set<Goal>().Where(goal => asked.Clients.Contains(goal.ClientId)).ToListAsync(cancellationToken);
        var aims = await GoalLoaders.AimsOfAsync(session, [.. goals.Select(goal => goal.Id)], cancellationToken);
        var changed = (from each in breaks from goal in goals where each.After.IsAbout(goal, aims[goal.Id]) select (each.Period, goal.Id))
            .Distinct()
            .ToList();
        var command = BatchCommands.Of(
            Sql,
            session.TenantId,
            asked.Clients,
            asked.Viewpoints.Select(EnumCode.Of).ToArray(),
            changed.Select(each => each.Period.From).ToArray(),
            changed.Select(each => each.Period.To).ToArray(),
            changed.Select(each => each.Id).ToArray()
        );
        var measured = await session.RunAsync(EntryKinds.Query(command, [.. changed.Select(each => each.Period)]), cancellationToken);
        return new(Caveat.DefinitionChanged, measured.AreAnyIn);
    }
}
