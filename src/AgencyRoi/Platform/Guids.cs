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

    /// <summary>A value as Npgsql takes it, which knows none of our ids, alone or in an array.</summary>
    public static object Plain(object value) =>
        value switch
        {
            IGuidKey id => id.Value,
            ClientId[] clients => clients.ToGuids(),
            Array ids when ids.GetType().GetElementType()!.IsAssignableTo(typeof(IGuidKey)) => ids.Cast<IGuidKey>()
                .Select(id => id.Value)
                .ToArray(),
            _ => value,
        };
}
