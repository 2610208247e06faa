using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Terms.KpiDefinitions;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Comparability;

/// <summary>A day inside a period on which something began to be measured differently: figures before and after it are not alike.</summary>
/// <param name="On">The first day of the new definition.</param>
/// <param name="Before">How it was measured until then.</param>
/// <param name="After">How it is measured from then on.</param>
/// <param name="Clients">
/// Those that have value or cost in the period under a goal that it is about: one that counted the indicator on that day, or one that has the type today.
/// </param>
internal sealed record DefinitionBreak(DateOnly On, KpiDefinition Before, KpiDefinition After, IReadOnlyList<Client> Clients)
{
    /// <summary>The break in one English sentence.</summary>
    public string Message =>
        $"{(After.GoalType is { } type ? "Goals of type " + EnumCode.Of(type) : "The indicator " + After.Indicator)}: from {On:yyyy-MM-dd} "
        + $"\"{After.Name}\" is measured as \"{After.Formula}\", before that as \"{Before.Formula}\".";
}

internal static class DefinitionBreaks
{
    /// <summary>Pairs of definitions between which a period is cut. A definition that says the same in the same words is no break.</summary>
    public static IEnumerable<(KpiDefinition Before, KpiDefinition After)> In(IEnumerable<KpiDefinition> definitions, DateRange period) =>
        definitions
            .GroupBy(definition => definition.Subject)
            .OrderBy(subject => subject.Key, StringComparer.Ordinal)
            .SelectMany(subject =>
            {
                var inForce = subject.InTurn().ToList();
                return inForce
                    .Zip(inForce.Skip(1))
                    .Where(pair =>
                        period.From < pair.Second.EffectiveFrom
                        && pair.Second.EffectiveFrom < period.To
                        && pair.First.Formula != pair.Second.Formula
                    );
            });

    /// <summary>The breaks that some clients have something under, by day. One statement, three more when there are breaks at all.</summary>
    public static async Task<IReadOnlyList<DefinitionBreak>> LoadAsync(
        DatabaseSession session,
        SumScope scope,
        IReadOnlyList<Client> clients,
        CancellationToken cancellationToken
    )
    {
        var definitions = await session.Db.Set<KpiDefinition>().ToListAsync(cancellationToken);
        var breaks = In(definitions, scope.Period).ToList();
        if (breaks.Count == 0)
            return [];
        var ids = scope.ClientIds;
        var goals = await session.Db.Set<Goal>().Where(goal => ids.Contains(goal.ClientId)).ToListAsync(cancellationToken);
        var aims = await GoalLoaders.AimsOfAsync(session, [.. goals.Select(goal => goal.Id)], cancellationToken);
        var sums = await LedgerSums.ByAsync(session, scope, LedgerDimension.Goal, cancellationToken);
        var used = sums.Where(sum => sum.DimensionId is not null).Select(sum => sum.DimensionId!.Value).ToHashSet();
        return
        [
            .. breaks
                .Select(pair =>
                {
                    var measured = goals
                        .Where(goal => used.Contains(goal.Id.Value) && pair.After.IsAbout(goal, aims[goal.Id]))
                        .Select(goal => goal.ClientId);
                    IReadOnlyList<Client> about = [.. clients.IntersectBy(measured, client => client.Id)];
                    return new DefinitionBreak(pair.After.EffectiveFrom, pair.Before, pair.After, about);
                })
                .Where(found => found.Clients.Count > 0)
                .OrderBy(found => found.On),
        ];
    }
}
