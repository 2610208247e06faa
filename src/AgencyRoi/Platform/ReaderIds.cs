using System.Data.Common;

namespace AgencyRoi.Platform;

internal static class ReaderIds
{
    /// <summary>A column of a uuid, as the id that it holds.</summary>
    public static TId GetId<TId>(this DbDataReader reader, int ordinal)
        where TId : struct, IGuidKey<TId> => TId.Of(reader.GetGuid(ordinal));
}
