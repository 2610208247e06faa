using System.Security.Cryptography;
using AgencyRoi.Ledger.Closings;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Ledger.Checks;

/// <summary>The bytes and hashes of all closings, computed once more from the entries.</summary>
internal static class ClosingCheck
{
    public static async Task<List<LedgerDifference>> RunAsync(DatabaseSession session, CancellationToken cancellationToken)
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
