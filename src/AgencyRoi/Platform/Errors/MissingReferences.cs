using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace AgencyRoi.Platform.Errors;

/// <summary>
/// Looks, before rows are saved, whether everything is there that they refer to. The foreign keys would find out as well, but each time with an
/// error in the server's log, which a caller could fill by trying ids. They stay for what goes away in between.
/// </summary>
internal static class MissingReferences
{
    /// <summary>The foreign key of the first reference that leads nowhere, or to what the session may not see; null when there is none.</summary>
    public static Task<IForeignKey?> FindAsync(DatabaseSession session, CancellationToken cancellationToken) =>
        FindAsync(session, LookUps(session.Db.ChangeTracker), cancellationToken);

    /// <summary>The same for new rows that are not tracked.</summary>
    public static Task<IForeignKey?> FindAsync<T>(
        DatabaseSession session,
        IEntityType mapped,
        IReadOnlyList<T> rows,
        CancellationToken cancellationToken
    )
        where T : class => FindAsync(session, LookUps(mapped, rows), cancellationToken);

    private static async Task<IForeignKey?> FindAsync(
        DatabaseSession session,
        Dictionary<IForeignKey, HashSet<Key>> lookUps,
        CancellationToken cancellationToken
    )
    {
        if (lookUps.Count == 0)
            return null;
        await using var batch = session.Batch();
        foreach (var (reference, wanted) in lookUps)
            batch.BatchCommands.Add(Command(session, reference, wanted));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        foreach (var (reference, _) in lookUps)
        {
            if (await reader.ReadAsync(cancellationToken))
                return reference;
            await reader.NextResultAsync(cancellationToken);
        }
        return null;
    }

    private static Dictionary<IForeignKey, HashSet<Key>> LookUps<T>(IEntityType mapped, IReadOnlyList<T> rows)
        where T : class
    {
        var lookUps = new Dictionary<IForeignKey, HashSet<Key>>();
        foreach (var reference in mapped.GetForeignKeys().Where(CanBeLookedUp))
        {
            IClrPropertyGetter[] getters = [.. reference.Properties.Select(part => part.GetGetter())];
            HashSet<Key> wanted =
            [
                .. rows.Select(row => KeyOf(Array.ConvertAll(getters, part => Plain(part.GetClrValue(row))))).OfType<Key>(),
            ];
            if (wanted.Count > 0)
                lookUps[reference] = wanted;
        }
        return lookUps;
    }

    private static Dictionary<IForeignKey, HashSet<Key>> LookUps(ChangeTracker changes)
    {
        changes.DetectChanges();
        var entries = changes.Entries().ToList();
        var known = new Dictionary<IKey, HashSet<Key>>();
        var lookUps = new Dictionary<IForeignKey, HashSet<Key>>();
        foreach (var entry in entries.Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        foreach (var reference in entry.Metadata.GetForeignKeys().Where(CanBeLookedUp))
        {
            if (Wanted(entry, reference) is not { } key || Known(reference.PrincipalKey).Contains(key))
                continue;
            if (!lookUps.TryGetValue(reference, out var wanted))
                lookUps[reference] = wanted = [];
            wanted.Add(key);
        }
        return lookUps;

        // What the session has read or is about to make needs no second look.
        HashSet<Key> Known(IKey key)
        {
            if (known.TryGetValue(key, out var there))
                return there;
            return known[key] = [
                .. entries
                    .Where(entry =>
                        entry.Metadata == key.DeclaringEntityType && entry.State is not (EntityState.Deleted or EntityState.Detached)
                    )
                    .Select(entry => new Key([.. key.Properties.Select(property => Plain(entry.Property(property.Name).CurrentValue)!)])), // Keys are not null.
            ];
        }
    }

    /// <summary>Null: it refers to nothing, or to what it referred to before.</summary>
    private static Key? Wanted(EntityEntry entry, IForeignKey reference)
    {
        var parts = reference.Properties.Select(part => entry.Property(part.Name)).ToArray();
        if (entry.State == EntityState.Modified && !Array.Exists(parts, part => part.IsModified))
            return null;
        return KeyOf(Array.ConvertAll(parts, part => Plain(part.CurrentValue)));
    }

    /// <summary>Null: a part of it is.</summary>
    private static Key? KeyOf(object?[] parts) => Array.TrueForAll(parts, part => part is not null) ? new Key(parts!) : null; // Just seen.

    // What the database compares.
    private static object? Plain(object? value) => value is IGuidKey id ? id.Value : value;

    private static bool CanBeLookedUp(IForeignKey reference) =>
        reference.Properties.All(part =>
            (Nullable.GetUnderlyingType(part.ClrType) ?? part.ClrType) is var type
            && (type == typeof(Guid) || type == typeof(string) || typeof(IGuidKey).IsAssignableFrom(type))
        );

    private static NpgsqlBatchCommand Command(DatabaseSession session, IForeignKey reference, HashSet<Key> wanted)
    {
        var columns = reference.PrincipalKey.Properties.Select(property => property.GetColumnName()).ToArray();
        var arrays = columns.Select((_, part) => $"${part + 1}");
        // The session's tenant as a constant: with one that comes from a row the planner may take an index of less than the whole key.
        var equal = columns.Select(column => column == "tenant_id" ? $"t.tenant_id = ${columns.Length + 1}" : $"t.{column} = w.{column}");
        var command = new NpgsqlBatchCommand(
            $"""
            select 1 from unnest({string.Join(", ", arrays)}) as w ({string.Join(", ", columns)})
            where not exists (select 1 from app.{reference.PrincipalEntityType.GetTableName()} t where {string.Join(" and ", equal)})
            limit 1
            """
        );
        for (var part = 0; part < columns.Length; part++)
            command.Parameters.Add(new() { Value = Column(wanted, part) });
        command.Parameters.Add(new() { Value = session.TenantId.Value });
        return command;
    }

    private static object Column(HashSet<Key> wanted, int part) =>
        wanted.First().Parts[part] is Guid
            ? wanted.Select(key => (Guid)key.Parts[part]).ToArray()
            : wanted.Select(key => (string)key.Parts[part]).ToArray();

    private sealed class Key(object[] parts) : IEquatable<Key>
    {
        public object[] Parts => parts;

        public bool Equals(Key? other) => other is not null && parts.AsSpan().SequenceEqual(other.Parts);

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode() => parts.Aggregate(0, HashCode.Combine);
    }
}
