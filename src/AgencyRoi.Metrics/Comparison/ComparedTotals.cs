namespace AgencyRoi.Metrics.Comparison;

/// <summary>The totals of clients side by side and of groups that cut across them, before any rounding.</summary>
/// <param name="Whole">All clients together.</param>
/// <param name="Rows">By client.</param>
/// <param name="Groups">By group.</param>
/// <param name="Cells">By client, then by group.</param>
public sealed record ComparedTotals(
    FourTotals Whole,
    IReadOnlyList<FourTotals> Rows,
    IReadOnlyList<FourTotals> Groups,
    IReadOnlyList<IReadOnlyList<FourTotals>> Cells
)
{
    /// <summary>
    /// As they are shown, at the currency's minor unit: rows add up to the whole, groups add up to the whole, and cells to their row and to their group. What
    /// groups do not split stands in each of them as it stands in the whole and in the row. The ends of the adjusted total add up inside a group only.
    /// </summary>
    /// <param name="splits">Whether the groups split cost; whether they split value.</param>
    public ComparedTotals Shown(int minorUnits, Func<EntrySide, bool> splits)
    {
        if (Groups.Count == 0)
            return this with { Whole = Whole.Shown(minorUnits), Rows = FourTotals.Shown(Whole, Rows, minorUnits) };
        var tables = new Dictionary<TotalsAmount, RoundedTable>();
        var shown = FourTotals
            .Amounts.Select(amount => tables[amount] = Alike(amount, tables) ?? Shown(amount, minorUnits, splits(amount.Side)))
            .ToList();
        return new(
            Whole.Shown(minorUnits),
            [.. Rows.Select((_, row) => FourTotals.From([.. shown.Select(table => table.Rows[row])]))],
            [.. Groups.Select((_, group) => FourTotals.From([.. shown.Select(table => table.Columns[group])]))],
            [
                .. Cells.Select(
                    (cells, row) =>
                        cells.Select((_, group) => FourTotals.From([.. shown.Select(table => table.Cells[row][group])])).ToList()
                ),
            ]
        );
    }

    /// <summary>
    /// The same where a row may be in several groups: rows add up to the whole, and cells to their group, which is rounded by itself. Groups add up to nothing, so
    /// that a cell may differ from its row by a minor unit.
    /// </summary>
    public ComparedTotals ShownOverlapping(int minorUnits)
    {
        var columns = Groups
            .Select((group, place) => FourTotals.Shown(group, [.. Cells.Select(cells => cells[place])], minorUnits))
            .ToList();
        return new(
            Whole.Shown(minorUnits),
            FourTotals.Shown(Whole, Rows, minorUnits),
            [.. Groups.Select(group => group.Shown(minorUnits))],
            [.. Cells.Select((_, row) => columns.ConvertAll(column => column[row]))]
        );
    }

    // Where nothing is uncertain and nothing assisted, low, high and value are the same table, and so are the totals.
    private RoundedTable? Alike(TotalsAmount amount, Dictionary<TotalsAmount, RoundedTable> tables) =>
        tables
            .Where(table => table.Key.Side == amount.Side && table.Key.AddsUp && amount.AddsUp)
            .Where(table => amount.Of(Whole) == table.Key.Of(Whole) && Rows.All(row => amount.Of(row) == table.Key.Of(row)))
            .Where(table => Cells.All(row => row.All(cell => amount.Of(cell) == table.Key.Of(cell))))
            .Select(table => table.Value)
            .FirstOrDefault();

    private RoundedTable Shown(TotalsAmount amount, int minorUnits, bool isSplit)
    {
        var cells = Cells.Select(row => row.Select(amount.Of).ToArray()).ToArray();
        if (isSplit && amount.AddsUp)
            return ControlledRounding.Round(cells, minorUnits);
        var rows = LargestRemainder.RoundTo(amount.Of(Whole), [.. Rows.Select(amount.Of)], minorUnits);
        return isSplit ? InGroups(amount, rows, cells, minorUnits) : Unsplit(amount, rows, cells, minorUnits);
    }

    private RoundedTable InGroups(TotalsAmount amount, decimal[] rows, decimal[][] cells, int minorUnits)
    {
        var groups = LargestRemainder.RoundTo(amount.Of(Whole), [.. Groups.Select(amount.Of)], minorUnits);
        for (var group = 0; group < groups.Length; group++)
        {
            var shown = LargestRemainder.RoundTo(groups[group], [.. cells.Select(row => row[group])], minorUnits);
            for (var row = 0; row < cells.Length; row++)
                cells[row][group] = shown[row];
        }
        return new(rows, groups, cells);
    }

    private RoundedTable Unsplit(TotalsAmount amount, decimal[] rows, decimal[][] cells, int minorUnits)
    {
        var whole = amount.Of(Whole.Shown(minorUnits));
        return new(
            rows,
            [.. Groups.Select(group => amount.Of(group) == 0m ? 0m : whole)],
            [.. cells.Select((row, place) => row.Select(cell => cell == 0m ? 0m : rows[place]).ToArray())]
        );
    }
}
