using System.Text.RegularExpressions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>A network that the shared catalogue does not have.</summary>
/// <param name="Code">Its key: capital letters, digits and underscores, at most 50. Not one that the catalogue has.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Kind">What kind of network it is.</param>
internal sealed record CreateNetworkInput(string Code, string Name, NetworkKind Kind);

[MutationType]
internal static partial class CreateNetwork
{
    // They are listed whole, and a comparison by network has a group for each.
    private const int Most = 500;

    /// <summary>
    /// Adds a network for this agency alone. Refused to a token that is restricted to clients, and when the code is taken. To repeat it safely, send
    /// it again: when the first was stored, ALREADY_EXISTS at `code` says so. An agency has at most 500 networks of its own.
    /// </summary>
    [Error<BadInputError>]
    [Error<AlreadyExistsError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<Network>> CreateNetworkAsync(
        CreateNetworkInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => AddAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Network>> AddAsync(
        DatabaseSession session,
        CreateNetworkInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<Network>();
        var checks = new InputChecks();
        checks.Require(
            Code().IsMatch(input.Code),
            "code",
            "A code is 1 to 50 capital letters, digits and underscores and begins with a letter."
        );
        checks.Text(input.Name, "name");
        if (!checks.Passed)
            return checks.Refuse<Network>();
        if (await session.Db.Set<CatalogueNetwork>().AnyAsync(row => row.Code == input.Code, cancellationToken))
            return new AlreadyExistsError("The shared catalogue has this code.", ["input", "code"]).Refuse<Network>();
        if (await session.Db.Set<AgencyNetwork>().CountAsync(cancellationToken) >= Most)
            return BadInputError.At("code", $"An agency has at most {Most} networks of its own: use one that it has.").Refuse<Network>();

        var network = AgencyNetwork.Create(session.TenantId, input, now);
        session.Db.Add(network);
        return await session.SaveOrErrorAsync(cancellationToken) is { } error
            ? error.Refuse<Network>()
            : new Network(network.Code, network.Name, network.Kind, network.Lifecycle, IsOwn: true);
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
