using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>A goal over some days.</summary>
internal readonly record struct GoalDays(ClientId ClientId, GoalId GoalId, DateRange Days);

/// <summary>The actual results of goals, in units of their indicators.</summary>
internal static class GoalActuals
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Forecasts.goal_actuals.sql");

    /// <summary>One statement for any number of goals and periods; results have the order of what was asked.</summary>
    public static async Task<IReadOnlyList<decimal>> OfAsync(
        DatabaseSession session,
        IReadOnlyList<GoalDays> asked,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Sql)
            .With(
                session.TenantId,
                asked.Select(each => session.Visible(each.ClientId)).ToArray(),
                asked.Select(each => each.GoalId.Value).ToArray(),
                asked.Select(each => each.Days.From).ToArray(),
                asked.Select(each => each.Days.To).ToArray()
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var actuals = new List<decimal>();
        while (await reader.ReadAsync(cancellationToken))
            actuals.Add(reader.GetDecimal(0));
        return actuals;
    }

    /// <summary>The entries of what a goal brought.</summary>
    public static EntryFilter Counted(GoalDays goal) =>
        new EntryFilter(new SumScope([goal.ClientId], goal.Days)) { Side = EntrySide.Value, GoalIds = [goal.GoalId.Value] };
}
