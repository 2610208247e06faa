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
    /// <param name="thing">What it is called in the message.</param>
    public static async Task<Found<T>> FindAsync<T>(
        this DatabaseSession session,
        string thing,
        Guid id,
        long version,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned
    {
        var found = await session.Db.Set<T>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (found is null)
            return new(null, NotFoundError.Of(thing));
        return found.Version == version ? new(found, null) : new(null, new ConflictError());
    }
}
