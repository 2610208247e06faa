using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyRoi.Recording.Facts;

/// <summary>
/// Facts that are new, stored by one statement whatever their number: EF sends one for each and tracks it, which is most of the work of an import. What its
/// way guards is guarded here too: whose the facts are, and that what they refer to is there.
/// </summary>
internal static class NewFacts
{
    /// <summary>Saves what has changed of known facts, and stores those that are new. The session does not track these.</summary>
    /// <returns>Null when all is stored. After an error the session can do no more.</returns>
    public static async Task<IUserError?> SaveOrErrorAsync<T>(
        this DatabaseSession session,
        IReadOnlyList<T> created,
        CancellationToken cancellationToken
    )
        where T : Fact
    {
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused;
        if (created.Count == 0)
            return null;
        if (created.Any(fact => fact.TenantId != session.TenantId))
            throw new TenantException($"A {typeof(T).Name} belongs to another agency.");
        if (created.Any(fact => !session.Scope.Clients.Includes(fact.ClientId)))
            return Saving.NoSuchClient;
        var mapped = session.Db.Model.FindEntityType(typeof(T))!; // all facts are mapped
        if (await MissingReferences.FindAsync(session, mapped, created, cancellationToken) is { } reference)
            return Saving.Missing(reference);
        await using var batch = session.Batch();
        batch.BatchCommands.Add(MappedColumns.Of<T>(mapped).Insert(mapped.GetSchemaQualifiedTableName()!, session.TenantId, created)); // a table
        try
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
            return null;
        }
        catch (PostgresException failure) when (Saving.Explain(failure) is { } error)
        {
            return error;
        }
    }
}
