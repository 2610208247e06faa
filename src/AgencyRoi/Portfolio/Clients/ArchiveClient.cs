using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>The client to archive.</summary>
/// <param name="Id">The client.</param>
/// <param name="Version">The client's version as you read it.</param>
internal sealed record ArchiveClientInput([property: ID<Client>] ClientId Id, long Version);

[MutationType]
internal static partial class ArchiveClient
{
    /// <summary>Says that the agency no longer works for a client. Its data and figures stay. The house account cannot be archived.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    public static Task<FieldResult<Client>> ArchiveClientAsync(
        ArchiveClientInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ArchiveAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Client>> ArchiveAsync(
        DatabaseSession session,
        ArchiveClientInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<Client, ClientId>("client", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var client))
            return problem.Refuse<Client>();

        return client.Archive(now) is { } refused ? refused.Refuse<Client>() : await session.SaveAsync(client, cancellationToken);
    }
}
