using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Rows;

/// <summary>Rows that are about one thing, of which the latest that has begun holds.</summary>
internal static class DatedRows
{
    /// <summary>The row that holds on a day: the latest that has begun, and of these the last entered. Null before the first.</summary>
    public static T? InForceOn<T>(this IEnumerable<T> rows, DateOnly day)
        where T : DatedRow => rows.Where(row => row.EffectiveFrom <= day).MaxBy(row => (row.EffectiveFrom, row.Revision));

    /// <summary>Those that hold one after the other: the last entered of each day, the earliest day first.</summary>
    public static IEnumerable<T> InTurn<T>(this IEnumerable<T> rows)
        where T : DatedRow => rows.GroupBy(row => row.EffectiveFrom).OrderBy(day => day.Key).Select(day => day.MaxBy(row => row.Revision)!); // a group has a row

    /// <summary>The revision of one more row for a day.</summary>
    public static int NextRevision<T>(this IEnumerable<T> rows, DateOnly from)
        where T : DatedRow => 1 + (rows.Where(row => row.EffectiveFrom == from).Max(row => (int?)row.Revision) ?? 0);

    /// <summary>The same of rows that are not read.</summary>
    public static async Task<int> NextRevisionAsync<T>(this IQueryable<T> rows, DateOnly from, CancellationToken cancellationToken)
        where T : DatedRow =>
        1 + (await rows.Where(row => row.EffectiveFrom == from).MaxAsync(row => (int?)row.Revision, cancellationToken) ?? 0);
}
