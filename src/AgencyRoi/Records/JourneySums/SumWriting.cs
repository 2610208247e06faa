using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.JourneySums;

/// <summary>Writes changes of the sums, and what they hold of people now, in one round trip.</summary>
internal static class SumWriting
{
    private static readonly string Totals = EmbeddedSql.Read("Records.JourneySums.add_totals.sql");
    private static readonly string Credits = EmbeddedSql.Read("Records.JourneySums.add_credits.sql");
    private static readonly string Moves = EmbeddedSql.Read("Records.JourneySums.add_moves.sql");
    private static readonly string People = EmbeddedSql.Read("Records.JourneySums.keep_people.sql");

    public static async Task WriteAsync(
        DatabaseSession session,
        ClientId clientId,
        SumChanges changes,
        IReadOnlyDictionary<Guid, KeptPerson> people,
        CancellationToken cancellationToken
    )
    {
        var client = session.Visible(clientId);
        await using var batch = session.Batch();
        // Rows that are read together lie together.
        var totals = changes.Totals.OrderBy(row => row.Key.CountedOn).ToList();
        batch.Add(
            Totals,
            session.TenantId,
            client,
            totals.Select(row => row.Key.CountedOn).ToArray(),
            totals.Select(row => row.Key.OfNulls).ToArray(),
            totals.Select(row => row.Value.Conversions).ToArray(),
            totals.Select(row => row.Value.Value).ToArray(),
            totals.Select(row => row.Value.UnattributedConversions).ToArray(),
            totals.Select(row => row.Value.UnattributedValue).ToArray(),
            totals.Select(row => row.Value.Nulls).ToArray(),
            totals.Select(row => row.Value.ExcludedTouches).ToArray(),
            totals.Select(row => row.Value.Unvalued).ToArray(),
            totals.Select(row => row.Value.Opened).ToArray(),
            totals.Select(row => row.Value.Closed).ToArray(),
            totals.Select(row => row.Value.LatestOn).ToArray()
        );
        var credits = changes.Credits.Where(row => row.Value != default).OrderBy(row => row.Key.CountedOn).ToList();
        batch.Add(
            Credits,
            session.TenantId,
            client,
            credits.Select(row => row.Key.CountedOn).ToArray(),
            credits.Select(row => row.Key.CreditedBy).ToArray(),
            credits.Select(row => row.Key.Channel).ToArray(),
            credits.Select(row => row.Value.Conversions).ToArray(),
            credits.Select(row => row.Value.Value).ToArray(),
            credits.Select(row => row.Value.Agreeing).ToArray()
        );
        var moves = changes.Moves.Where(row => row.Value != 0m).OrderBy(row => row.Key.Order).ThenBy(row => row.Key.CountedOn).ToList();
        batch.Add(
            Moves,
            session.TenantId,
            client,
            moves.Select(row => row.Key.Order).ToArray(),
            moves.Select(row => row.Key.CountedOn).ToArray(),
            moves.Select(row => row.Key.OfNulls).ToArray(),
            moves.Select(row => row.Key.State).ToArray(),
            moves.Select(row => row.Key.Next).ToArray(),
            moves.Select(row => row.Value).ToArray()
        );
        batch.Add(People, session.TenantId, client, people.Keys.ToArray(), people.Values.Select(StoredJson.Write).ToArray());
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
