using AgencyRoi.GraphQL.Caching;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access.Members;

/// <summary>Looks up which agencies an identity is a member of, and remembers it for a few seconds, also that there is none.</summary>
internal sealed class MemberStore(AgencyDatabase database, TimeProvider time, MemberUse use)
{
    /// <summary>How long a change made by another process can go unnoticed.</summary>
    /// <remarks>Five seconds are promised: half a second is left for a question that is on its way.</remarks>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(4.5);

    private const int MostRemembered = 10_000;
    private readonly BoundedCache<Identity, Entry> remembered = new("members", MostRemembered);
    private volatile int turn;

    /// <summary>All agencies of an identity, by slug.</summary>
    public async ValueTask<IReadOnlyList<Membership>> FindAllAsync(Identity identity, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (remembered.TryGet(identity, out var known) && known.ReadAt + Freshness > now && known.Turn == turn)
            return known.Memberships;
        // Before the look, so that one which was begun before a change does not count as made after it.
        var begun = turn;
        var found = await database.LookUpAsync(
            connection => Membership.ReadAsync(connection, identity, cancellationToken),
            cancellationToken
        );
        remembered.Remove(identity);
        remembered.Set(identity, new Entry(found, now, begun));
        return found;
    }

    /// <summary>The identity as a viewer of one of its agencies.</summary>
    /// <param name="identity">Whoever has shown an access token.</param>
    /// <param name="slug">The agency that was asked for; null: the only one there is.</param>
    /// <param name="expiresAt">When the access token ends.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async ValueTask<MemberChoice> FindAsync(
        Identity identity,
        string? slug,
        DateTimeOffset expiresAt,
        CancellationToken cancellationToken
    )
    {
        var memberships = await FindAllAsync(identity, cancellationToken);
        if (slug is null && memberships.Count > 1)
            return new(null, MemberRefusal.AgencyNeeded);
        // An agency that is not there, and one that is not theirs: nothing tells them apart.
        if (memberships.SingleOrDefault(each => slug is null || each.Agency.Identifier == slug) is not { } chosen)
            return new(null, MemberRefusal.NotAMember);
        if (chosen.IsSuspended)
            return new(null, MemberRefusal.Suspended);
        use.Note(chosen.Viewer, time.GetUtcNow());
        return new(chosen.Viewer with { ExpiresAt = expiresAt }, null);
    }

    /// <summary>Has the next request of everybody look again: of some member something has changed, which is rare.</summary>
    public void ForgetAll() => Interlocked.Increment(ref turn);

    /// <param name="Turn">How often everything had been forgotten when it was read.</param>
    private sealed record Entry(IReadOnlyList<Membership> Memberships, DateTimeOffset ReadAt, int Turn);
}

/// <summary>Either the viewer or why there is none.</summary>
internal readonly record struct MemberChoice(Viewer? Viewer, MemberRefusal? Refusal);

internal enum MemberRefusal
{
    /// <summary>A member of several agencies, who did not say which is meant.</summary>
    AgencyNeeded,

    /// <summary>No member of the agency that is meant, or of any when none was named.</summary>
    NotAMember,

    /// <summary>A member of an agency that is suspended.</summary>
    Suspended,
}
