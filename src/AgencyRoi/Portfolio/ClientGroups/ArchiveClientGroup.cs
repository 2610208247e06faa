using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>The group to archive.</summary>
/// <param name="Id">The group.</param>
/// <param name="Version">The group's version as you read it.</param>
internal sealed record ArchiveClientGroupInput([property: ID<ClientGroup>] ClientGroupId Id, long Version);

[MutationType]
internal static partial class ArchiveClientGroup
{
    /// <summary>
    /// Takes a group of clients out of use, for good: no comparison shows it, it is not among a client's groups, and another one may have its name. Its clients stay.
    /// Refused to a token that is restricted to clients.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<ClientGroup>> ArchiveClientGroupAsync(
        ArchiveClientGroupInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ArchiveAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ClientGroup>> ArchiveAsync(
        DatabaseSession session,
        ArchiveClientGroupInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<ClientGroup>();
        var found = await ClientGroupWriting.FindAsync(session, input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var group))
            return problem.Refuse<ClientGroup>();
        group.Archive(now);
        return await session.SaveAsync(group, cancellationToken);
    }
}
