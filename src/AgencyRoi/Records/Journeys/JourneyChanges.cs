using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Journeys;

/// <summary>
/// Notes whose journeys became others, in the transaction in which they do and under the lock of the ledger, for the sums that are kept of them. Of clients whose journeys nobody
/// sums it notes nothing.
/// </summary>
internal static class JourneyChanges
{
    private static readonly string Insert = EmbeddedSql.Read("Records.Journeys.note_people.sql");

    public static async Task NoteAsync(DatabaseSession session, IEnumerable<JourneyPerson> people, CancellationToken cancellationToken)
    {
        var changed = people.Distinct().ToList();
        if (changed.Count == 0)
            return;
        await using var command = session
            .Command(Insert)
            .With(
                session.TenantId,
                changed.Select(person => session.Visible(person.ClientId)).ToArray(),
                changed.Select(_ => Guid.CreateVersion7()).ToArray(),
                changed.Select(person => person.Key).ToArray()
            );
        await command.ExecuteNonQueryAsync(cancellationToken);
        foreach (var client in changed.Select(person => person.ClientId).Distinct())
            session.NotifyAfterCommit(JourneyNotice.Of(session.TenantId, client));
    }
}

/// <summary>A person who touches a client or buys.</summary>
/// <param name="Key">Of the person's journeys; the id of a sale that names nobody, which is a person of its own.</param>
internal readonly record struct JourneyPerson(ClientId ClientId, Guid Key)
{
    public static JourneyPerson Of(JourneyMoment moment) => new(moment.ClientId, moment.JourneyKey);
}
