using System.Security.Cryptography;
using AgencyRoi.Ledger.Claims;
using AgencyRoi.Ledger.Closings;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Checks;

/// <summary>Something derived that does not follow from the ledger.</summary>
/// <param name="What">The table or rule that is off.</param>
/// <param name="Month">The month it concerns; null when it concerns none.</param>
/// <param name="Where">The row, by its key.</param>
/// <param name="Expected">What the ledger says.</param>
/// <param name="Found">What stands there.</param>
internal sealed record LedgerDifference(string What, ClientId ClientId, DateOnly? Month, string Where, string Expected, string Found)
{
    public override string ToString() =>
        FormattableString.Invariant(
            $"{What}: client {ClientId}{(Month is { } month ? $" {month:yyyy-MM}" : "")}, {Where}: the ledger says {Or(Expected)}, found {Or(Found)}"
        );

    private static string Or(string text) => text.Length > 0 ? text : "nothing";
}

/// <summary>
/// Computes everything derived once more from the entries: both rollups, the claims, reversals, heads, and the bytes and hashes of all
/// closings. One unchanging view of one agency; nothing is mended.
/// </summary>
internal static class LedgerCheck
{
    // A whole ledger is read: in more than the seconds that a request gets, and never row by row.
    private const string Patience = "set local statement_timeout = '10min'; set local enable_nestloop = off";

    private static readonly string[] Queries = ["check_months", "check_days", "check_claims", "check_reversals", "check_heads"];

    /// <param name="session">A reading session that sees all clients.</param>
    public static async Task<IReadOnlyList<LedgerDifference>> RunAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await using (var patience = session.Command(Patience))
            await patience.ExecuteNonQueryAsync(cancellationToken);

        var differences = new List<LedgerDifference>();
        foreach (var query in Queries)
            differences.AddRange(await AskAsync(session, query, cancellationToken));
        differences.AddRange(await ClosingsAsync(session, cancellationToken));
        return differences;
    }

    private static async Task<List<LedgerDifference>> AskAsync(DatabaseSession session, string query, CancellationToken cancellationToken)
    {
        await using var command = session.Command(EmbeddedSql.Read($"Ledger.Checks.{query}.sql")).With(session.TenantId);
        if (query == "check_claims")
        {
            var (clients, units, joined) = await JoinedUnitsAsync(session, cancellationToken);
            command.With(EnumCode.All<ValueStream>().ToArray(), clients, units, joined);
        }
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var differences = new List<LedgerDifference>();
        while (await reader.ReadAsync(cancellationToken))
            differences.Add(
                new(
                    query["check_".Length..],
                    reader.GetId<ClientId>(0),
                    reader.IsDBNull(1) ? null : reader.GetFieldValue<DateOnly>(1),
                    Where: reader.GetString(2),
                    Expected: reader.GetString(3),
                    Found: reader.GetString(4)
                )
            );
        return differences;
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

    private static async Task<List<LedgerDifference>> ClosingsAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var closes = await ClosesAsync(session, cancellationToken);
        var sums = await ClosedSumsAsync(session, cancellationToken);
        var differences = new List<LedgerDifference>();
        foreach (var close in closes)
        {
            var stored = SHA256.HashData(close.Document);
            var rebuilt = SHA256.HashData(Rebuild(close.Header, sums[(close.Header.ClientId, close.Header.Month)]));
            if (!stored.AsSpan().SequenceEqual(close.Sha256))
                differences.Add(Difference(close, "document", close.Sha256, stored));
            if (!rebuilt.AsSpan().SequenceEqual(close.Sha256))
                differences.Add(Difference(close, "hash", rebuilt, close.Sha256));
        }
        return differences;
    }

    /// <summary>As reported at a closing is the sum over the editions up to it.</summary>
    private static byte[] Rebuild(ClosingHeader header, IEnumerable<(int Edition, ClosedSum Sum)> ofMonth)
    {
        var sums = ofMonth
            .Where(row => row.Edition <= header.Edition)
            .GroupBy(row => row.Sum with { Sums = default }, row => row.Sum.Sums)
            .Select(group => group.Key with { Sums = group.Aggregate((left, right) => left + right) });
        return ClosingDocument.Write(header, sums);
    }

    private static LedgerDifference Difference(PeriodClose close, string what, byte[] expected, byte[] found) =>
        new(
            "closings",
            close.Header.ClientId,
            close.Header.Month,
            Where: $"edition {close.Edition} {what}",
            Expected: Convert.ToHexStringLower(expected),
            Found: Convert.ToHexStringLower(found)
        );

    private static async Task<List<PeriodClose>> ClosesAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await using var command = session.Command(EmbeddedSql.Read("Ledger.Checks.check_closes.sql")).With(session.TenantId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var closes = new List<PeriodClose>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var document = reader.GetFieldValue<byte[]>(6);
            var header = new ClosingHeader(
                // A document that was spoilt is made again as one of now, and is found to be another.
                ClosingDocument.FormatOf(document) ?? ClosingDocument.Format,
                session.TenantId,
                reader.GetId<ClientId>(0),
                reader.GetFieldValue<DateOnly>(1),
                reader.GetInt32(2),
                reader.GetInt64(3),
                ClientCurrency: reader.GetString(4),
                AgencyCurrency: reader.GetString(5)
            );
            closes.Add(new(header, document, reader.GetFieldValue<byte[]>(7)));
        }
        return closes;
    }

    private static async Task<ILookup<(ClientId ClientId, DateOnly Month), (int Edition, ClosedSum Sum)>> ClosedSumsAsync(
        DatabaseSession session,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(EmbeddedSql.Read("Ledger.Checks.check_closed_sums.sql")).With(session.TenantId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(ClientId ClientId, DateOnly Month, int Edition, ClosedSum Sum)>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(
                (reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1), reader.GetInt32(2), PeriodClosing.ReadSum(reader, first: 3))
            );
        return rows.ToLookup(row => (row.ClientId, row.Month), row => (row.Edition, row.Sum));
    }
}
