using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Reports.Forecasts;

/// <summary>A goal over some days.</summary>
internal readonly record struct GoalDays(ClientId ClientId, GoalId GoalId, DateRange Days);

/// <summary>The actual results of goals, in units of their indicators or in money.</summary>
internal static class GoalActuals
{
    private static readonly string Units = EmbeddedSql.Read("Reports.Forecasts.goal_actuals.sql");
    private static readonly string Booked = EmbeddedSql.Read("Reports.Forecasts.goal_values_booked.sql");

    /// <summary>One statement for any number of goals and periods; results have the order of what was asked.</summary>
    public static async Task<IReadOnlyList<decimal>> OfAsync(
        DatabaseSession session,
        IReadOnlyList<GoalDays> asked,
        CancellationToken cancellationToken
    )
    {
        await using var command = Over(session, Units, asked);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var actuals = new List<decimal>();
        while (await reader.ReadAsync(cancellationToken))
            actuals.Add(reader.GetDecimal(0));
        return actuals;
    }

    /// <summary>
    /// The value that was booked under goals, each in a currency; null when that is not its client's any more. One statement, or none when nothing is asked.
    /// </summary>
    public static async Task<IReadOnlyList<decimal?>> BookedAsync(
        DatabaseSession session,
        IReadOnlyList<(GoalDays Goal, string Currency)> asked,
        CancellationToken cancellationToken
    )
    {
        if (asked.Count == 0)
            return [];
        await using var command = Over(session, Booked, [.. asked.Select(each => each.Goal)])
            .With((object)asked.Select(each => each.Currency).ToArray()); // An array of texts would be taken for that many values.
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var booked = new List<decimal?>();
        while (await reader.ReadAsync(cancellationToken))
            booked.Add(reader.IsDBNull(0) ? null : reader.GetDecimal(0));
        return booked;
    }

    private static NpgsqlCommand Over(DatabaseSession session, string sql, IReadOnlyList<GoalDays> asked) =>
        session
            .Command(sql)
            .With(
                session.TenantId,
                asked.Select(each => session.Visible(each.ClientId)).ToArray(),
                asked.Select(each => each.GoalId.Value).ToArray(),
                asked.Select(each => each.Days.From).ToArray(),
                asked.Select(each => each.Days.To).ToArray()
            );

    /// <summary>The entries of what a goal brought.</summary>
    public static EntryFilter Counted(GoalDays goal) =>
        new EntryFilter(new SumScope([goal.ClientId], goal.Days)) { Side = EntrySide.Value, GoalIds = [goal.GoalId.Value] };
}
