using AgencyRoi.Ledger.Claims;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Checks;

/// <summary>The statements that answer with one row per difference.</summary>
internal static class LedgerCheckQuery
{
    // A whole ledger is read, so only joins by a hash of all columns do: the other two compare every row of a client with every other as soon as the planner
    // takes a side for small, and it takes the sum over a join of three columns for one row.
    private const string JoinsByHash = "set local enable_nestloop = off; set local enable_mergejoin = off";

    public static IReadOnlyList<string> All { get; } =
    ["check_months", "check_days", "check_year_to_date", "check_terms", "check_claims", "check_reversals", "check_heads"];

    /// <summary>For all statements of the check that follow in this session.</summary>
    public static async Task PrepareAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await session.AllowAnyTimeAsync(cancellationToken);
        await using var command = session.Command(JoinsByHash);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<NpgsqlCommand> CommandAsync(DatabaseSession session, string query, CancellationToken cancellationToken)
    {
        var command = session.Command(EmbeddedSql.Read($"Ledger.Checks.{query}.sql")).With(session.TenantId);
        if (query == "check_claims")
        {
            var (clients, units, joined) = await JoinedUnitsAsync(session, cancellationToken);
            command.With(EnumCode.All<ValueStream>().ToArray(), clients, units, joined);
        }
        return command;
    }

    // Which names are one unit, by a number each: in SQL it takes the square of the number of names, since a recursion has to walk from each of them.
    private static async Task<(ClientId[] Clients, string[] Units, int[] Joined)> JoinedUnitsAsync(
        DatabaseSession session,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(EmbeddedSql.Read("Ledger.Checks.check_claim_names.sql")).With(session.TenantId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var names = new ClaimNames();
        await names.ReadAsync(reader, cancellationToken);
        UnitName[] all = [.. names.Names.Distinct()];
        return ([.. all.Select(name => name.ClientId)], [.. all.Select(name => name.Name)], names.Joined().Numbered(all));
    }
}
