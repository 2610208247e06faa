using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Funnels;

/// <summary>Cost and value of the goals that bring contacts to a step, as the client's return counts their entries. Each is rounded by itself.</summary>
internal sealed class StepRoi(FigureScope scope, FigureTotals totals) : FourFigures(scope, totals);

/// <summary>The cost of a step and the value that it brings by itself.</summary>
/// <param name="GoalCount">How many goals name the step as their <c>contactStage</c>.</param>
/// <param name="Totals">The cost and the value of these goals in the period. Null: no goal names the step.</param>
/// <param name="TotalsUndefinedReason">Why there are no totals: NOT_MEASURED where no goal names the step. Null: there are.</param>
internal sealed record StepReturn(int GoalCount, StepRoi? Totals, UndefinedReason? TotalsUndefinedReason);

[ObjectType<FunnelStep>]
internal static partial class ReturnOfStep
{
    private static readonly string Sums = EmbeddedSql.Read("Reports.Funnels.step_sums.sql");

    /// <summary>
    /// What the step costs and brings by itself: the ledger's entries of the period that belong to goals which name the step. Of a channel or campaign those of them
    /// that belong to it. Two statements for all steps of any number of clients.
    /// </summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<StepReturn>> GetReturnAsync(
        [Parent] List<FunnelStep> steps,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var returns = new StepReturn[steps.Count];
        foreach (var alike in steps.Index().GroupBy(each => (each.Item.Scope.Sums.Period, By: DimensionOf(each.Item.Scope))))
        {
            var scope = new SumScope([.. alike.SelectMany(each => each.Item.Scope.Sums.ClientIds).Distinct()], alike.Key.Period);
            var (goals, sums) = await database.RunAsync(
                async (session, token) =>
                {
                    var named = await GoalsAsync(session, scope, token);
                    return (named, await SumsAsync(session, scope, alike.Key.By, named, token));
                },
                cancellationToken
            );
            foreach (var (index, step) in alike)
                returns[index] = Of(step, goals, sums);
        }
        return returns;
    }

    private static StepReturn Of(FunnelStep step, IReadOnlyList<NamedGoal> goals, ILookup<GoalId, LedgerSum> sums)
    {
        var clients = step.Scope.Sums.ClientIds.ToHashSet();
        var named = goals.Where(goal => goal.Stage == step.Stage && clients.Contains(goal.ClientId)).Select(goal => goal.Id).ToList();
        if (named.Count == 0)
            return new(0, null, UndefinedReason.NotMeasured);
        var parts = step.Scope.Entries.ChannelIds ?? step.Scope.Entries.CampaignIds;
        var own = named.SelectMany(goal => sums[goal]).Where(sum => parts?.Contains(NoDimension.ToColumn(sum.DimensionId)) != false);
        var scope = step.Scope.Within(LedgerDimension.Goal, named.ToGuids());
        return new(named.Count, new(scope, FigureTotals.Of(scope, own.Select(scope.Of))), null);
    }

    private static LedgerDimension? DimensionOf(FigureScope scope) =>
        scope.Entries.ChannelIds is not null ? LedgerDimension.Channel
        : scope.Entries.CampaignIds is not null ? LedgerDimension.Campaign
        : null;

    private static async Task<IReadOnlyList<NamedGoal>> GoalsAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    ) =>
        await session
            .Db.Set<Goal>()
            .Where(goal => scope.ClientIds.Contains(goal.ClientId) && goal.ContactStage != null)
            .Select(goal => new NamedGoal(goal.ClientId, goal.Id, goal.ContactStage!.Value)) // of those that name one
            .ToListAsync(cancellationToken);

    private static async Task<ILookup<GoalId, LedgerSum>> SumsAsync(
        DatabaseSession session,
        SumScope scope,
        LedgerDimension? by,
        IReadOnlyList<NamedGoal> goals,
        CancellationToken cancellationToken
    )
    {
        var sums = new List<(GoalId Goal, LedgerSum Sum)>();
        if (goals.Count == 0)
            return sums.ToLookup(row => row.Goal, row => row.Sum);
        await using var command = session
            .Command(Sums)
            .With(
                session.TenantId,
                session.Visible(scope.ClientIds),
                EnumCode.Of(scope.Viewpoint),
                scope.Period.From,
                scope.Period.To,
                goals.Select(goal => goal.Id).ToArray(),
                by is { } dimension ? EnumCode.Of(dimension) : ""
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(
                (
                    reader.GetId<GoalId>(6),
                    new(
                        reader.GetId<ClientId>(0),
                        EntryKindColumns.Read(reader, 1),
                        reader.IsDBNull(7) ? null : NoDimension.FromColumn(reader.GetGuid(7)),
                        BucketStart: null,
                        EntrySumsRow.Read(reader, 8)
                    )
                )
            );
        return sums.ToLookup(row => row.Goal, row => row.Sum);
    }

    private sealed record NamedGoal(ClientId ClientId, GoalId Id, CustomerStage Stage);
}
