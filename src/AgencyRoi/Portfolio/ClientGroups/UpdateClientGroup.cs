using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>Changes to a group of clients. What is not given stays as it is.</summary>
/// <param name="Id">The group.</param>
/// <param name="Version">The group's version as you read it.</param>
/// <param name="Name">As the agency calls it, at most 200 characters.</param>
/// <param name="ExternalReference">Its key in another system; null removes it.</param>
/// <param name="ClientIds">All clients that are in it from now on, at most 250; an empty list: none.</param>
internal sealed record UpdateClientGroupInput(
    [property: ID<ClientGroup>] ClientGroupId Id,
    long Version,
    string? Name = null,
    [property: Key] Optional<string?> ExternalReference = default,
    [property: ID<Client>] IReadOnlyList<ClientId>? ClientIds = null
);

[MutationType]
internal static partial class UpdateClientGroup
{
    /// <summary>
    /// Changes a group of clients that is not archived. Clients that join or leave it do so in all comparisons, of earlier periods too. Refused to a token that is
    /// restricted to clients.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<ClientGroup>> UpdateClientGroupAsync(
        UpdateClientGroupInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => UpdateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ClientGroup>> UpdateAsync(
        DatabaseSession session,
        UpdateClientGroupInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<ClientGroup>();
        var checks = new InputChecks();
        ClientGroupWriting.Check(checks, input.Name, input.ExternalReference.Value, input.ClientIds);
        if (!checks.Passed)
            return checks.Refuse<ClientGroup>();

        var found = await ClientGroupWriting.FindAsync(session, input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var group))
            return problem.Refuse<ClientGroup>();
        if (group.Change(input, now) is { } archived)
            return archived.Refuse<ClientGroup>();
        if (
            input.ClientIds is { } clientIds
            && await ClientGroupWriting.SetClientsAsync(session, group, clientIds, cancellationToken) is { } refused
        )
            return refused.Refuse<ClientGroup>();
        return await session.SaveAsync(group, cancellationToken);
    }
}
