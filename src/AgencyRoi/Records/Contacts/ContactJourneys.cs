using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Records.Contacts;

/// <summary>
/// Puts what people did into one journey once it is known that they are one, and apart when they are two again. The conversions whose journeys change are credited anew, so that the
/// ledger ends the same whether a key was known before what named it or after, and so do the stages that are made of what people did. The ledgers of their clients are locked.
/// </summary>
internal static class ContactJourneys
{
    private static readonly string Join = EmbeddedSql.Read("Records.Contacts.join_journeys.sql");

    /// <summary>After contacts were given keys.</summary>
    public static async Task KeyedAsync(
        DatabaseSession session,
        IEnumerable<(ClientId ClientId, Guid ContactId)> contacts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        foreach (var client in contacts.Distinct().GroupBy(contact => contact.ClientId, contact => contact.ContactId))
            await JoinAsync(session, client.Key, [.. client], areOneFamily: false, now, cancellationToken);
    }

    /// <summary>After contacts were merged, or split.</summary>
    public static Task RegroupedAsync(
        DatabaseSession session,
        ClientId client,
        Guid[] contacts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => JoinAsync(session, client, contacts, areOneFamily: true, now, cancellationToken);

    private static async Task JoinAsync(
        DatabaseSession session,
        ClientId client,
        Guid[] contacts,
        bool areOneFamily,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var moments = new List<JourneyMoment>();
        await using (var command = session.Command(Join).With(session.TenantId, session.Visible(client), contacts, areOneFamily))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                foreach (var at in new[] { reader.GetFieldValue<DateTimeOffset>(1), reader.GetFieldValue<DateTimeOffset>(2) })
                    moments.Add(new(client, reader.GetGuid(0), at));
        await DerivedStages.OfContactsAsync(session, contacts.Select(contact => (client, contact)), now, cancellationToken);
        if (moments.Count == 0)
            return;
        await SaleCrediting.AfterAsync(session, moments, now, cancellationToken);
        await JourneyChanges.NoteAsync(session, moments.Select(JourneyPerson.Of), cancellationToken);
    }
}
