using System.Diagnostics.CodeAnalysis;
using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Errors;

/// <summary>An entity that is changed only by someone who has seen its latest version.</summary>
internal interface IVersioned<TId> : IIdentified<TId>
{
    long Version { get; }
}

/// <summary>Such an entity whose id has no type of its own.</summary>
internal interface IVersioned : IVersioned<Guid>, IIdentified;

/// <summary>Either the entity or why it cannot be changed.</summary>
internal readonly record struct Found<T>(T? Entity, IUserError? Problem)
    where T : class
{
    public bool Failed([NotNullWhen(true)] out IUserError? problem, [NotNullWhen(false)] out T? entity)
    {
        (problem, entity) = (Problem, Entity);
        return entity is null;
    }
}

/// <summary>How a mutation gets hold of what it changes. The policies and the query filter see to it that only the operation's own is found.</summary>
internal static class Finding
{
    /// <param name="session">Whose rows are looked at.</param>
    /// <param name="thing">What it is called in the message.</param>
    /// <param name="id">Its id.</param>
    /// <param name="version">The version that the caller has seen.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public static async Task<Found<T>> FindAsync<T, TId>(
        this DatabaseSession session,
        string thing,
        TId id,
        long version,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned<TId>
        where TId : struct, IEquatable<TId>
    {
        var found = await session.Db.Set<T>().SingleOrDefaultAsync(row => row.Id.Equals(id), cancellationToken);
        if (found is null)
            return new(null, NotFoundError.Of(thing));
        return found.Version == version ? new(found, null) : new(null, new ConflictError());
    }

    /// <summary>The same for an id without a type of its own.</summary>
    public static Task<Found<T>> FindAsync<T>(
        this DatabaseSession session,
        string thing,
        Guid id,
        long version,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned => session.FindAsync<T, Guid>(thing, id, version, cancellationToken);
}
