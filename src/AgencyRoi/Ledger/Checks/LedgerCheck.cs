using AgencyRoi.Platform.Database;

namespace AgencyRoi.Ledger.Checks;

/// <summary>
/// Computes everything derived once more from the entries: the rollups, the claims, reversals, heads, and the bytes and hashes of all
/// closings. One unchanging view of one agency; nothing is mended.
/// </summary>
internal static class LedgerCheck
{
    /// <param name="session">A reading session that sees all clients.</param>
    public static async Task<IReadOnlyList<LedgerDifference>> RunAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await LedgerCheckQuery.PrepareAsync(session, cancellationToken);
        var differences = new List<LedgerDifference>();
        foreach (var query in LedgerCheckQuery.All)
            differences.AddRange(await AskAsync(session, query, cancellationToken));
        differences.AddRange(await ClosingCheck.RunAsync(session, cancellationToken));
        return differences;
    }

    private static async Task<List<LedgerDifference>> AskAsync(DatabaseSession session, string query, CancellationToken cancellationToken)
    {
        await using var command = await LedgerCheckQuery.CommandAsync(session, query, cancellationToken);
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
}
