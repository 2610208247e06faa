using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;

namespace AgencyRoi.Records.Contacts;

/// <summary>Stores the contacts and the keys that statements were the first to name, by one statement each whatever their number.</summary>
internal static class NewContacts
{
    private const string Insert = """
        insert into app.contacts (tenant_id, client_id, id, kept_id, known_since, created_at, updated_at)
        select $1, c.client_id, c.id, c.id, ($4 at time zone 'UTC')::date, $4, $4
        from unnest($2::uuid[], $3::uuid[]) as c (client_id, id)
        """;

    private static readonly string InsertKeys = EmbeddedSql.Read("Records.Contacts.new_keys.sql");

    public static async Task StoreAsync(
        DatabaseSession session,
        IReadOnlyList<ContactStatement> taken,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var made = taken.Where(statement => statement.Found is { IsNew: true }).DistinctBy(statement => statement.ContactId).ToList();
        List<(ContactStatement Of, GivenKey Key)> keys =
        [
            .. taken
                .SelectMany(statement => (statement.Found?.Keys ?? []).Select(key => (statement, key)))
                .DistinctBy(each => (each.statement.ClientId, each.key.Hash)),
        ];
        if (keys.Count == 0)
            return;
        await using var batch = session.Batch();
        if (made.Count > 0)
            batch.Add(Insert, session.TenantId, Clients(session, made), made.Select(IdOf).ToArray(), now);
        batch.Add(
            InsertKeys,
            session.TenantId,
            Clients(session, keys.Select(each => each.Of)),
            keys.Select(_ => Guid.CreateVersion7(now)).ToArray(),
            keys.Select(each => IdOf(each.Of)).ToArray(),
            keys.Select(each => EnumCode.Of(each.Key.Kind)).ToArray(),
            keys.Select(each => each.Key.Network).ToArray(),
            keys.Select(each => each.Key.Hash).ToArray(),
            now
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
        if (session.RolledBack?.Of<RolledBackContacts>() is { } rolledBack)
            foreach (var (of, key) in keys)
                rolledBack.Add(of.ClientId, key, IdOf(of));
    }

    private static ClientId[] Clients(DatabaseSession session, IEnumerable<ContactStatement> statements) =>
        [.. statements.Select(statement => session.Visible(statement.ClientId))];

    private static Guid IdOf(ContactStatement statement) => statement.ContactId!.Value; // it was found
}
