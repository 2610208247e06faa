using AgencyRoi.Platform.Database;
using static NpgsqlTypes.NpgsqlDbType;

namespace AgencyRoi.Ledger.Entries;

/// <summary>
/// A row of <c>ledger_year_to_date</c>: what the entries of one kind come to from the first of January up to the end of a month, over all editions. Any whole
/// months of a year are then one row less another.
/// </summary>
/// <param name="Month">The first day of the last month that it counts.</param>
internal readonly record struct YearToDateRow(ClientId ClientId, Viewpoint Viewpoint, DateOnly Month, EntryKind Kind, EntrySums Sums)
{
    public static RowColumns<YearToDateRow> Columns { get; } =
        new([
            RowColumn<YearToDateRow>.Of("client_id", Uuid, row => row.ClientId.Value),
            RowColumn<YearToDateRow>.Of("viewpoint", Text, row => EnumCode.Of(row.Viewpoint)),
            RowColumn<YearToDateRow>.Of("month", Date, row => row.Month),
            RowColumn<YearToDateRow>.Of("kind", Text, row => EntryKindCode.Of(row.Kind)),
            .. EntrySumColumns.Of<YearToDateRow>(row => row.Sums),
        ]);

    /// <summary>
    /// What entries add, from the first month of a year in which there are some to December: a kind has rows from its first month in a year on, and none before,
    /// where it came to nothing.
    /// </summary>
    public static IReadOnlyList<YearToDateRow> Of(IEnumerable<LedgerEntry> entries) =>
        [
            .. entries
                .GroupBy(entry => (entry.ClientId, entry.Viewpoint, entry.Day.Year, entry.Kind))
                .SelectMany(year =>
                    OfYear(new YearToDateRow(year.Key.ClientId, year.Key.Viewpoint, default, year.Key.Kind, default), year)
                ),
        ];

    private static IEnumerable<YearToDateRow> OfYear(YearToDateRow row, IEnumerable<LedgerEntry> entries)
    {
        var byMonth = entries.ToLookup(entry => IntervalBuckets.StartOf(entry.Day, TimeInterval.Month));
        var (first, toDate) = (byMonth.Min(month => month.Key), default(EntrySums));
        for (var number = first.Month; number <= 12; number++)
        {
            var month = new DateOnly(first.Year, number, 1);
            toDate += EntrySums.Of(byMonth[month]);
            yield return row with
            {
                Month = month,
                Sums = toDate,
            };
        }
    }
}
