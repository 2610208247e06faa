using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Portfolio.ClientGroups;

/// <summary>A new group of clients.</summary>
/// <param name="Name">As the agency calls it, at most 200 characters. No other group that is not archived has this name, in whatever case.</param>
/// <param name="ExternalReference">Its key in another system; unique within the agency.</param>
/// <param name="ClientIds">The clients in it, at most 250; the house account is none of them.</param>
internal sealed record CreateClientGroupInput(
    string Name,
    [property: Key] string? ExternalReference = null,
    [property: ID<Client>] IReadOnlyList<ClientId>? ClientIds = null
);

[MutationType]
internal static partial class CreateClientGroup
{
    /// <summary>
    /// Makes a group of clients, of which an agency has at most 200 that are not archived. Refused to a token that is restricted to clients. To repeat it safely,
    /// send it again: when the first was stored, ALREADY_EXISTS at `externalReference` or at `name` says so, and `clientGroups(where: …)` with the same finds it.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<ClientGroup>> CreateClientGroupAsync(
        CreateClientGroupInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ClientGroup>> CreateAsync(
        DatabaseSession session,
        CreateClientGroupInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<ClientGroup>();
        var checks = new InputChecks();
        ClientGroupWriting.Check(checks, input.Name, input.ExternalReference, input.ClientIds);
        if (!checks.Passed)
            return checks.Refuse<ClientGroup>();

        if (await ClientGroupWriting.RoomAsync(session, cancellationToken) is { } full)
            return full.Refuse<ClientGroup>();
        var group = ClientGroup.Create(session.TenantId, input, now);
        session.Db.Add(group);
        if (await ClientGroupWriting.SetClientsAsync(session, group, input.ClientIds ?? [], cancellationToken) is { } refused)
            return refused.Refuse<ClientGroup>();
        return await session.SaveAsync(group, cancellationToken);
    }
}
