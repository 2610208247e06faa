using AgencyRoi.Access;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.LedgerChanges;

/// <summary>A version of a client's ledger.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Version">Grows with everything that is posted or closed, by one each time: what was read at a smaller one may be out of date.</param>
internal sealed record LedgerChange([property: ID<Client>] ClientId ClientId, long Version) : IOfClient;

/// <summary>Staff only: a portal shows what was published, and must not learn when, or how often, its agency books.</summary>
[SubscriptionType]
internal static partial class LedgerChanged
{
    /// <summary>
    /// The ledger of a client has a new version: read its figures again. Begins with the version of now of each client, so that one who was away
    /// sees what changed meanwhile. Several postings in quick succession may be told as one, with the last version.
    /// </summary>
    [Subscribe(With = nameof(FollowLedgersAsync))]
    public static LedgerChange GetLedgerChanged([EventMessage] LedgerVersion head) => new(head.ClientId, head.Version);

    /// <param name="clientIds">The clients to follow; without it all that you see, those to come among them.</param>
    public static async Task<IAsyncEnumerable<LedgerVersion>> FollowLedgersAsync(
        [ID<Client>] IReadOnlyList<ClientId>? clientIds,
        LedgerVersions versions,
        Viewer viewer,
        CancellationToken cancellationToken
    )
    {
        var wanted = clientIds?.ToHashSet();
        if (wanted is { Count: 0 })
            throw new GraphQLException("The list of clients is empty.", EnumCode.Of(ErrorCode.BadInput));
        if (wanted is not null && await versions.CountVisibleAsync(viewer, wanted, cancellationToken) < wanted.Count)
            throw new GraphQLException("There is no such client.", EnumCode.Of(ErrorCode.NotFound));
        // Whoever reads the stream brings the token of its end: this one is of its beginning.
        return versions.FollowAsync(viewer, wanted, CancellationToken.None);
    }
}
