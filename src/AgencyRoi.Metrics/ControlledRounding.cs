namespace AgencyRoi.Metrics;

/// <summary>A table as it is shown: its cells by row, and what each row and each column comes to.</summary>
public sealed record RoundedTable(decimal[] Rows, decimal[] Columns, decimal[][] Cells);

/// <summary>
/// Rounds a table so that it still adds up both ways: the cells to their row and to their column, rows and columns to the grand total, which is rounded half
/// away from zero. Each number becomes one of the two nearest at the minor unit, and one that is whole stays. Such a rounding exists for every table
/// (Bacharach 1966, "Matrix rounding problems"; Cox and Ernst 1982, "Controlled rounding"). Rows come out as <see cref="LargestRemainder"/> rounds them
/// wherever the columns permit it, and after them the columns.
/// </summary>
/// <remarks>
/// Each total stands beside its line with the opposite sign, so that every line of the table sums to zero. A line with one fraction then has a second one,
/// and no fraction is the only link between two parts of the table: from each there is a circle through fractions, along rows and columns in turn, back to
/// it. To move the numbers of a circle up and down in turn changes no sum. It goes on until one of them is whole, and there are finitely many.
/// </remarks>
public static class ControlledRounding
{
    /// <param name="cells">By row; all rows have the same length.</param>
    /// <param name="minorUnits">Decimal places that are kept.</param>
    public static RoundedTable Round(IReadOnlyList<IReadOnlyList<decimal>> cells, int minorUnits)
    {
        var unit = MinorUnits.Smallest(minorUnits);
        decimal[] rows = [.. cells.Select(row => row.Sum())];
        decimal[] columns = [.. Enumerable.Range(0, cells.Count == 0 ? 0 : cells[0].Count).Select(column => cells.Sum(row => row[column]))];
        var (shownRows, shownColumns) = (LargestRemainder.Round(rows, minorUnits), LargestRemainder.Round(columns, minorUnits));

        decimal[][] inUnits = [.. cells.Select(row => row.Select(cell => cell / unit).ToArray())];
        var fractions = new TableFractions(inUnits, columns.Length, leastFirst: Order(rows, unit));
        fractions.Settle(rows.Length, columns.Length, shownRows.Sum() / unit);
        foreach (var row in SurestFirst(rows, shownRows, unit))
            fractions.Settle(row, columns.Length, -shownRows[row] / unit);
        foreach (var column in SurestFirst(columns, shownColumns, unit))
            fractions.Settle(rows.Length, column, -shownColumns[column] / unit);
        for (var row = 0; row < rows.Length; row++)
        for (var column = 0; column < columns.Length; column++)
            fractions.Settle(row, column, decimal.Round(inUnits[row][column], MidpointRounding.AwayFromZero));

        return new(
            [.. rows.Select((_, row) => -fractions[row, columns.Length] * unit)],
            [.. columns.Select((_, column) => -fractions[rows.Length, column] * unit)],
            [.. rows.Select((_, row) => columns.Select((_, column) => fractions[row, column] * unit).ToArray())]
        );
    }

    // Those that are rounded up by the largest remainder first, then those that are rounded down by the smallest.
    private static IEnumerable<int> SurestFirst(decimal[] totals, decimal[] shown, decimal unit)
    {
        var byRemainder = Order(totals, unit);
        return byRemainder.Reverse().Where(IsRaised).Concat(byRemainder.Where(place => !IsRaised(place)));

        bool IsRaised(int place) => shown[place] > totals[place];
    }

    // By what is left over of each, the smallest first; of equals the last one, since of equals the first is rounded up.
    private static int[] Order(decimal[] totals, decimal unit) =>
        [
            .. Enumerable
                .Range(0, totals.Length)
                .OrderBy(place => totals[place] / unit - decimal.Floor(totals[place] / unit))
                .ThenByDescending(place => place),
        ];
}
