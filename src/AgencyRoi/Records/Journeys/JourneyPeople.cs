using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Journeys;

/// <summary>
/// Whose journeys facts are in. All CRM ids and devices of a contact and of those that are merged into it are one person, who goes by the first of these keys: a CRM id before
/// a device. A key of no contact is a person of its own, so that most facts are in the journey of the very key that they name.
/// </summary>
internal static class JourneyPeople
{
    private static readonly string OfKeys = EmbeddedSql.Read("Records.Journeys.people_of_keys.sql");

    /// <summary>The statements in the journeys of those whom they name, under the lock of their clients' ledgers: nobody merges contacts in between.</summary>
    public static async Task<IReadOnlyList<T>> FindAsync<T>(
        DatabaseSession session,
        IReadOnlyList<T> hashed,
        CancellationToken cancellationToken
    )
        where T : INamesJourney<T>
    {
        var named = hashed.Where(statement => statement.Named is not null).ToList();
        if (named.Count > 0)
            await LedgerHeads.LockAsync(session, [.. hashed.Select(statement => statement.ClientId).Distinct()], cancellationToken);
        var people = await OfKeysAsync(
            session,
            [.. named.Select(statement => (statement.ClientId, statement.Named!.Value)).Distinct()],
            cancellationToken
        );
        return
        [
            .. hashed.Select(statement =>
                statement.InJourneyOf(statement.Named is { } key ? people.GetValueOrDefault((statement.ClientId, key), key) : null)
            ),
        ];
    }

    private static async Task<Dictionary<(ClientId, Guid), Guid>> OfKeysAsync(
        DatabaseSession session,
        IReadOnlyList<(ClientId ClientId, Guid Key)> named,
        CancellationToken cancellationToken
    )
    {
        var people = new Dictionary<(ClientId, Guid), Guid>();
        if (named.Count == 0)
            return people;
        await using var batch = session.Batch();
        batch.AddInOrderOfIndex(
            OfKeys,
            session.TenantId,
            named.Select(each => session.Visible(each.ClientId)).ToArray(),
            named.Select(each => each.Key).ToArray()
        );
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            people[(reader.GetId<ClientId>(0), reader.GetGuid(1))] = reader.GetGuid(2);
        return people;
    }
}
