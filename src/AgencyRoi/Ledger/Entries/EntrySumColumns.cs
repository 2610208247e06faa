using AgencyRoi.Platform.Database;
using static NpgsqlTypes.NpgsqlDbType;

namespace AgencyRoi.Ledger.Entries;

/// <summary>How <see cref="EntrySums"/> lie in a rollup.</summary>
internal static class EntrySumColumns
{
    /// <summary>Adds the sums of a proposed row to those of the row that stands there: <c>m.entries + excluded.entries</c>, and so on.</summary>
    public static string Add { get; } =
        string.Join(", ", Of<EntrySums>(sums => sums).Select(column => $"{column.Name} = m.{column.Name} + excluded.{column.Name}"));

    public static RowColumn<T>[] Of<T>(Func<T, EntrySums> sumsOf) =>
        [
            RowColumn<T>.Of("entries", Bigint, row => sumsOf(row).Entries),
            RowColumn<T>.Of("quantity", Numeric, row => sumsOf(row).Quantity),
            RowColumn<T>.Of("client_amount", Numeric, row => sumsOf(row).Client.Amount),
            RowColumn<T>.Of("adjusted_amount", Numeric, row => sumsOf(row).Client.Adjusted),
            RowColumn<T>.Of("low_amount", Numeric, row => sumsOf(row).Client.Low),
            RowColumn<T>.Of("high_amount", Numeric, row => sumsOf(row).Client.High),
            RowColumn<T>.Of("agency_amount", Numeric, row => sumsOf(row).Agency.Amount),
            RowColumn<T>.Of("agency_adjusted_amount", Numeric, row => sumsOf(row).Agency.Adjusted),
            RowColumn<T>.Of("agency_low_amount", Numeric, row => sumsOf(row).Agency.Low),
            RowColumn<T>.Of("agency_high_amount", Numeric, row => sumsOf(row).Agency.High),
        ];
}
