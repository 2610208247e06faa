using System.Globalization;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Records.Completeness;
using AgencyRoi.Returns.Comparison;
using AgencyRoi.Returns.Figures;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Comparability;

[ObjectType<ClientComparison>]
internal static partial class CoverageOfComparison
{
    private static readonly string MonthsSql = EmbeddedSql.Read("Reports.Comparability.months_with_entries.sql");

    /// <summary>
    /// How much of the spend has a measured outcome, for the clients found together and for each, with what is missing. Four statements, however
    /// many clients.
    /// </summary>
    public static Task<CoverageReport> GetCoverageAsync(
        [Parent] ClientComparison comparison,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => LoadAsync(session, comparison, time.GetUtcNow(), token), cancellationToken);

    private static async Task<CoverageReport> LoadAsync(
        DatabaseSession session,
        ClientComparison comparison,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var scope = comparison.Scope.Sums;
        var ids = scope.ClientIds;
        var costs = await session.RunAsync(CostGaps.Query(session, ids, scope.Period, scope.Viewpoint, now), cancellationToken);
        var places = await MeasuredPlaces.LoadAsync(session, scope, cancellationToken);
        var months = await MonthsAsync(session, scope, cancellationToken);
        var goals = await session
            .Db.Set<Goal>()
            .Where(goal => ids.Contains(goal.ClientId) && goal.Status == GoalStatus.Active)
            .OrderBy(goal => goal.Name)
            .ToListAsync(cancellationToken);
        var byClient = comparison.Found.OrderBy(row => row.Client.Id).ToDictionary(row => row.Client.Id, row => places.Of(row.Client.Id));
        var spent = Together(comparison.Scope, places, byClient, own => own.Spend);
        var measured = Together(comparison.Scope, places, byClient, own => own.MeasuredSpend);
        return new(
            new MeasuredCoverage(
                places,
                comparison.Scope,
                comparison.Scope.Shown(places.Spend),
                comparison.Scope.Shown(places.MeasuredSpend)
            ),
            [
                .. comparison.Found.Select(row =>
                {
                    var (id, own) = (row.Client.Id, byClient[row.Client.Id]);
                    var coverage = new MeasuredCoverage(own, row.Scope, spent[id], measured[id]);
                    var active = goals.Where(goal => goal.ClientId == id);
                    return new ClientCoverage(row.Client, coverage, [.. Gaps(row, costs, own, coverage, active, months[id])]);
                }),
            ]
        );
    }

    // What is shown of all clients is what is shown of the whole.
    private static Dictionary<ClientId, Money> Together(
        FigureScope scope,
        MeasuredPlaces whole,
        Dictionary<ClientId, MeasuredPlaces> byClient,
        Func<MeasuredPlaces, decimal> amountOf
    )
    {
        var shown = LargestRemainder.RoundTo(amountOf(whole), [.. byClient.Values.Select(amountOf)], MinorUnits.Of(scope.CurrencyCode));
        return byClient.Keys.Zip(shown).ToDictionary(client => client.First, client => new Money(client.Second, scope.CurrencyCode));
    }

    private static IEnumerable<DataGap> Gaps(
        ClientComparisonRow row,
        CostGaps costs,
        MeasuredPlaces places,
        MeasuredCoverage coverage,
        IEnumerable<Goal> goals,
        IEnumerable<DateOnly> months
    )
    {
        var hasValue = row.Sums.Any(sum => sum.Kind.Side == EntrySide.Value && sum.Amounts.Amount != 0);
        if (hasValue && row.ExactCost <= 0)
            yield return new(
                DataGapKind.NoCost,
                null,
                row.ExactCost == 0 ? "There is value and no cost." : "There is value, and more was credited than was spent."
            );
        if (row.MissingCost.Count > 0)
            yield return new(DataGapKind.CostIncomplete, null, MissingCost.Message(row.MissingCost));
        var undeclared = costs.Undeclared(row.Client.Id, row.Scope.Sums.Period).ToList();
        if (undeclared.Count > 0)
            yield return new(
                DataGapKind.CostUndeclared,
                null,
                $"Nobody has said whether there was any cost of {MissingCost.List(undeclared)}."
            );
        if (!hasValue && row.ExactCost > 0)
            yield return new(DataGapKind.NoValue, row.Cost, "There is cost and no value.");
        decimal[] unanswered = [places.SpendWithoutPlace, places.UnmeasuredSpend];
        var shown = LargestRemainder.RoundTo(
            coverage.Spend.Amount - coverage.MeasuredSpend.Amount,
            unanswered,
            MinorUnits.Of(row.Scope.CurrencyCode)
        );
        if (unanswered[0] != 0)
            yield return new(
                DataGapKind.SpendWithoutPlace,
                row.Scope.Shown(shown[0]),
                "Cost that names neither channel, campaign nor goal cannot be measured."
            );
        if (unanswered[1] != 0)
            yield return new(
                DataGapKind.SpendWithoutOutcome,
                row.Scope.Shown(shown[1]),
                "Channels, campaigns or goals have cost and nothing to show for it."
            );
        foreach (var goal in goals.Where(goal => !places.HasMeasuredGoal(goal.Id.Value)))
            yield return new(DataGapKind.GoalWithoutOutcome, null, $"The goal \"{goal.Name}\" has no outcome.");
        var known = months.ToHashSet();
        var missing = IntervalBuckets
            .Of(row.Scope.Sums.Period, TimeInterval.Month)
            .Select(bucket => IntervalBuckets.StartOf(bucket.From, TimeInterval.Month))
            .Where(month => !known.Contains(month))
            .ToList();
        if (missing.Count > 0)
            yield return new(
                DataGapKind.MonthWithoutEntries,
                null,
                "Nothing was recorded in "
                    + string.Join(", ", missing.Select(month => month.ToString("yyyy-MM", CultureInfo.InvariantCulture)))
                    + "."
            );
    }

    private static async Task<ILookup<ClientId, DateOnly>> MonthsAsync(
        DatabaseSession session,
        SumScope scope,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(MonthsSql).OverScope(session, scope);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new List<(ClientId ClientId, DateOnly Month)>();
        while (await reader.ReadAsync(cancellationToken))
            months.Add((reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1)));
        return months.ToLookup(month => month.ClientId, month => month.Month);
    }
}
