namespace AgencyRoi.Platform;

/// <summary>Between typed ids and the Guids that SQL of our own is given and gives back.</summary>
internal static class Guids
{
    public static Guid[] ToGuids<TId>(this IReadOnlyCollection<TId> ids)
        where TId : struct, IGuidKey<TId>
    {
        var guids = new Guid[ids.Count];
        var i = 0;
        foreach (var id in ids)
            guids[i++] = id.Value;
        return guids;
    }

    /// <summary>Null: the id of none.</summary>
    public static TId? Typed<TId>(this Guid? id)
        where TId : struct, IGuidKey<TId> => id is { } value ? TId.Of(value) : null;

    /// <summary>The same where the ids may be plain ones.</summary>
    public static Guid[] Plain<TId>(this TId[] ids)
        where TId : struct, IEquatable<TId> => ids as Guid[] ?? Array.ConvertAll(ids, id => ((IGuidKey)(object)id).Value);
}
