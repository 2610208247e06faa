namespace AgencyRoi.Ledger.Entries;

/// <summary>
/// An entry without a channel, campaign or goal: the ledger and its sums hold the nil id in that column, since a column of a key is never null. Nothing has
/// this id.
/// </summary>
internal static class NoDimension
{
    public static readonly Guid Id = Guid.Empty;

    /// <summary>The id as a column of the ledger holds it.</summary>
    public static Guid ToColumn(Guid? id) => id ?? Id;

    public static Guid ToColumn<TId>(TId? id)
        where TId : struct, IGuidKey<TId> => id?.Value ?? Id;

    /// <summary>The id of the column; null: none.</summary>
    public static Guid? FromColumn(Guid id) => id == Id ? null : id;

    public static TId? FromColumn<TId>(Guid id)
        where TId : struct, IGuidKey<TId> => FromColumn(id).Typed<TId>();
}
