using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access;

/// <summary>The same for callers of all kinds.</summary>
internal sealed class CallerEnds(IEnumerable<ICallerEnd> kinds)
{
    private readonly Dictionary<CallerKind, ICallerEnd> kinds = kinds.ToDictionary(kind => kind.Kind);

    public static GraphQLError Suspended { get; } = Error("The agency is suspended.", ErrorCode.AgencySuspended);

    public static GraphQLError Error(string message, ErrorCode code = ErrorCode.Unauthenticated) =>
        new(message) { Code = EnumCode.Of(code) };

    public async Task<IReadOnlyDictionary<Viewer, GraphQLError>> FindAsync(
        DatabaseSession session,
        IEnumerable<Viewer> viewers,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var ended = new Dictionary<Viewer, GraphQLError>();
        foreach (var kind in viewers.Distinct().GroupBy(viewer => viewer.Caller.Kind))
        foreach (var (viewer, reason) in await kinds[kind.Key].FindAsync(session, [.. kind], now, cancellationToken))
            ended[viewer] = reason;
        return ended;
    }

    /// <exception cref="GraphQLException">The viewer may be served no longer.</exception>
    public async Task DemandNoneAsync(DatabaseSession session, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await FindAsync(session, [viewer], now, cancellationToken)).TryGetValue(viewer, out var reason))
            throw new GraphQLException(reason);
    }

    /// <summary>
    /// The same, held until the session ends: whoever ends the viewer waits for what is done here, or came first and is seen.
    /// </summary>
    /// <exception cref="GraphQLException">The viewer may be served no longer.</exception>
    public async Task HoldAsync(DatabaseSession session, Viewer viewer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.LockAsync(kinds[viewer.Caller.Kind].Table, viewer.Caller.Id, cancellationToken);
        await DemandNoneAsync(session, viewer, now, cancellationToken);
    }
}
