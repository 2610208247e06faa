using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Records.Stages;

/// <summary>
/// Keeps the stages that follow from what contacts did, in the transaction in which they do it and under the lock of the client's ledger. They stand among the recorded ones, so that
/// whoever reads stages reads both. Clients without rules pay one statement for nothing.
/// </summary>
internal static class DerivedStages
{
    private static readonly string ContactsOfPeople = EmbeddedSql.Read("Records.Stages.contacts_of_people.sql");
    private static readonly string Derive = EmbeddedSql.Read("Records.Stages.derive_stages.sql");

    /// <summary>After touches or conversions of people came in, changed or were taken back.</summary>
    public static async Task AfterAsync(
        DatabaseSession session,
        IEnumerable<JourneyPerson> people,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var named = people.Distinct().ToList();
        if (named.Count == 0)
            return;
        var contacts = new List<(ClientId ClientId, Guid ContactId)>();
        await using (
            var command = session
                .Command(ContactsOfPeople)
                .With(
                    session.TenantId,
                    named.Select(person => session.Visible(person.ClientId)).ToArray(),
                    named.Select(person => person.Key).ToArray()
                )
        )
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                contacts.Add((reader.GetId<ClientId>(0), reader.GetGuid(1)));
        await OfContactsAsync(session, contacts, now, cancellationToken);
    }

    /// <summary>After contacts were given keys, merged or split.</summary>
    public static async Task OfContactsAsync(
        DatabaseSession session,
        IEnumerable<(ClientId ClientId, Guid ContactId)> contacts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var client in contacts.Distinct().GroupBy(contact => contact.ClientId, contact => contact.ContactId))
        {
            var changed = new List<(ClientId, Guid)>();
            await using (var command = session.Command(Derive).With(session.TenantId, session.Visible(client.Key), client.ToArray(), now))
            await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
                while (await reader.ReadAsync(cancellationToken))
                    changed.Add((client.Key, reader.GetGuid(0)));
            if (changed.Count > 0)
                await CurrentStages.RefreshAsync(session, changed, now, cancellationToken);
        }
    }
}
