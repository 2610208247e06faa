using System.Data.Common;

namespace AgencyRoi.Platform;

internal static class ReaderIds
{
    /// <summary>A column of a uuid, as the id that it holds.</summary>
    public static TId GetId<TId>(this DbDataReader reader, int ordinal)
        where TId : struct, IGuidKey<TId> => TId.Of(reader.GetGuid(ordinal));

    /// <summary>The ids of an array.</summary>
    public static TId[]? GetIdsOrNull<TId>(this DbDataReader reader, int ordinal)
        where TId : struct, IGuidKey<TId> =>
        reader.IsDBNull(ordinal) ? null : Array.ConvertAll(reader.GetFieldValue<Guid[]>(ordinal), TId.Of);
}
