using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Stages;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace AgencyRoi.Records.Contacts;

/// <summary>
/// Merges contacts and splits them again. Keys, stages and legal bases keep the contact that they were given to, so that nothing is moved and nothing has to be moved
/// back: a merge is a pointer, and what is kept of it is at whose end each contact stands, and in whose journeys touches and conversions are.
/// </summary>
internal static class ContactMerging
{
    private static readonly string Keep = EmbeddedSql.Read("Records.Contacts.keep_contacts.sql");

    public static async Task<FieldResult<Contact>> MergeAsync(
        DatabaseSession session,
        Guid intoId,
        Guid fromId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var clients = await ClientsAsync(session, [intoId, fromId], cancellationToken);
        if (!clients.TryGetValue(intoId, out var client))
            return NotFoundError.Of("contact", "intoId").Refuse<Contact>();
        if (!clients.TryGetValue(fromId, out var other))
            return NotFoundError.Of("contact", "fromId").Refuse<Contact>();
        if (client != other)
            return BadInputError.At("fromId", "The contacts are of two clients: each client has its own.").Refuse<Contact>();
        var (into, from) = (
            await LockedAsync(session, client, intoId, cancellationToken),
            await LockedAsync(session, client, fromId, cancellationToken)
        );
        if (Fault(into, from) is { } fault)
            return BadInputError.At("fromId", fault).Refuse<Contact>();
        if (from.MergedIntoId is null)
        {
            session.Db.Add(ContactMerge.Of(from, into, now, session.Scope.Actor));
            if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
                return refused.Refuse<Contact>();
            await KeepAsync(session, new(from, KeptId: into.KeptId, IntoId: into.Id, Other: into.KeptId), now, cancellationToken);
            await CurrentStages.RefreshAsync(session, [(from.ClientId, from.Id), (from.ClientId, into.KeptId)], now, cancellationToken);
            await ContactJourneys.RegroupedAsync(session, client, [from.Id, into.Id], now, cancellationToken);
        }
        return await ReadAsync(session, into.KeptId, cancellationToken);
    }

    /// <summary>Splits a contact off that it was merged into, with all that were merged into it.</summary>
    public static async Task<FieldResult<Contact>> SplitAsync(
        DatabaseSession session,
        Guid id,
        long version,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (!(await ClientsAsync(session, [id], cancellationToken)).TryGetValue(id, out var client))
            return NotFoundError.Of("contact").Refuse<Contact>();
        var contact = await LockedAsync(session, client, id, cancellationToken);
        if (contact.Version != version)
            return new ConflictError().Refuse<Contact>();
        if (contact.ErasedAt is not null)
            return BadInputError.At("id", "A contact that was erased is split from nobody.").Refuse<Contact>();
        if (contact.MergedIntoId is not null)
        {
            var merge = await session
                .Db.Set<ContactMerge>()
                .SingleAsync(row => row.MergedId == id && row.SplitAt == null, cancellationToken);
            merge.Split(now, session.Scope.Actor);
            if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
                return refused.Refuse<Contact>();
            await KeepAsync(session, new(contact, KeptId: contact.Id, IntoId: null, Other: contact.KeptId), now, cancellationToken);
            await CurrentStages.RefreshAsync(
                session,
                [(contact.ClientId, contact.Id), (contact.ClientId, contact.KeptId)],
                now,
                cancellationToken
            );
            await ContactJourneys.RegroupedAsync(session, client, [contact.Id, contact.KeptId], now, cancellationToken);
        }
        return await ReadAsync(session, id, cancellationToken);
    }

    private static string? Fault(Contact into, Contact from) =>
        into.ErasedAt is not null || from.ErasedAt is not null ? "A contact that was erased is merged with nobody."
        : into.Id == from.Id || into.KeptId == from.Id
            ? "The contact would be merged into itself: the other is merged into it, or is the same."
        : from.MergedIntoId is { } other && other != into.Id
            ? "The contact is merged into another: split it first, or name the one that is kept."
        : null;

    private static Task<Dictionary<Guid, ClientId>> ClientsAsync(
        DatabaseSession session,
        Guid[] ids,
        CancellationToken cancellationToken
    ) =>
        session
            .Db.Set<Contact>()
            .Where(contact => ids.Contains(contact.Id))
            .ToDictionaryAsync(contact => contact.Id, contact => contact.ClientId, cancellationToken);

    // As it is once no other merges, splits or records. It stays: nobody deletes contacts.
    private static async Task<Contact> LockedAsync(DatabaseSession session, ClientId client, Guid id, CancellationToken cancellationToken)
    {
        await LedgerHeads.LockAsync(session, [client], cancellationToken);
        return await session.Db.Set<Contact>().AsNoTracking().SingleAsync(contact => contact.Id == id, cancellationToken);
    }

    private static async Task<FieldResult<Contact>> ReadAsync(DatabaseSession session, Guid id, CancellationToken cancellationToken) =>
        await session.Db.Set<Contact>().AsNoTracking().SingleAsync(contact => contact.Id == id, cancellationToken);

    private static async Task KeepAsync(DatabaseSession session, Move move, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command(Keep)
            .With(
                session.TenantId,
                session.Visible(move.Contact.ClientId),
                move.Contact.Id,
                move.KeptId,
                new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Uuid, Value = (object?)move.IntoId ?? DBNull.Value },
                now,
                move.Other
            );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A contact that is kept by another one from now on, with all that are merged into it.</summary>
    /// <param name="Other">The kept contact that wins or loses them.</param>
    private sealed record Move(Contact Contact, Guid KeptId, Guid? IntoId, Guid Other);
}
