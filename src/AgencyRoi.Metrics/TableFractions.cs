namespace AgencyRoi.Metrics;

/// <summary>
/// The numbers of a table in whole units and what is left over of each, with the totals as a last row and a last column of the opposite sign: every line sums
/// to zero, before and after each step. What is left over is counted in the smallest places that a number has, since whole numbers are quick.
/// </summary>
internal sealed class TableFractions
{
    private const int MostPlaces = 18;

    private readonly int rows;
    private readonly int columns;
    private readonly long unit = 1;
    private readonly decimal[] whole;
    private readonly long[] left;
    private readonly List<int>[] openRows;
    private readonly int[] columnBefore;
    private readonly int[] rowBefore;
    private readonly Queue<int> next = [];

    /// <param name="cells">In units; of at most 18 places.</param>
    /// <param name="leastFirst">The rows in the order in which a circle is looked for among them.</param>
    public TableFractions(decimal[][] cells, int width, int[] leastFirst)
    {
        (rows, columns) = (cells.Length + 1, width + 1);
        var places = cells.SelectMany(row => row).Select(cell => (int)cell.Scale).DefaultIfEmpty().Max();
        for (var place = 0; place < (places <= MostPlaces ? places : throw TooFine()); place++)
            unit *= 10;
        (whole, left) = (new decimal[rows * columns], new long[rows * columns]);
        (columnBefore, rowBefore) = (new int[rows], new int[columns]);
        var (ofRows, ofColumns) = (new decimal[rows], new decimal[columns]);
        for (var row = 0; row < cells.Length; row++)
        for (var column = 0; column < width; column++)
        {
            var amount = cells[row][column];
            Set(row, column, amount);
            ofRows[row] += amount;
            ofColumns[column] += amount;
        }
        for (var row = 0; row < cells.Length; row++)
            Set(row, width, -ofRows[row]);
        for (var column = 0; column < width; column++)
            Set(cells.Length, column, -ofColumns[column]);
        Set(cells.Length, width, ofRows.Sum());
        int[] rowOrder = [.. leastFirst, cells.Length];
        openRows = [.. Enumerable.Range(0, columns).Select(column => rowOrder.Where(row => left[At(row, column)] != 0).ToList())];
    }

    /// <summary>A number in units, once it is settled.</summary>
    public decimal this[int row, int column] => whole[At(row, column)];

    /// <summary>Makes a number whole, that above it or below it: the one that is nearer to what is wanted.</summary>
    public void Settle(int row, int column, decimal wanted)
    {
        var isUp = wanted > whole[At(row, column)];
        while (left[At(row, column)] != 0)
            Move(Circle(row, column), isUp);
    }

    private int At(int row, int column) => row * columns + column;

    private void Set(int row, int column, decimal amount)
    {
        var floor = decimal.Floor(amount);
        (whole[At(row, column)], left[At(row, column)]) = (floor, (long)((amount - floor) * unit));
    }

    // The first goes up or down as asked, the next the other way, and so on, as far as all of them can.
    private void Move(List<(int Row, int Column)> circle, bool isUp)
    {
        var step = unit;
        for (var place = 0; place < circle.Count; place++)
        {
            var rest = left[At(circle[place].Row, circle[place].Column)];
            step = Math.Min(step, IsUp(place) ? unit - rest : rest);
        }
        for (var place = 0; place < circle.Count; place++)
        {
            var at = At(circle[place].Row, circle[place].Column);
            left[at] += IsUp(place) ? step : -step;
            if (left[at] == unit)
                (whole[at], left[at]) = (whole[at] + 1, 0);
        }

        bool IsUp(int place) => (place % 2 == 0) == isUp;
    }

    // The shortest one, breadth first: from the row along its other fractions, until a fraction of the column is met.
    private List<(int Row, int Column)> Circle(int row, int column)
    {
        Array.Fill(columnBefore, -1);
        Array.Fill(rowBefore, -1);
        columnBefore[row] = column;
        next.Clear();
        next.Enqueue(row);
        while (next.TryDequeue(out var from))
            for (var across = 0; across < columns; across++)
            {
                if (across == column || rowBefore[across] >= 0 || left[At(from, across)] == 0)
                    continue;
                rowBefore[across] = from;
                if (Meet(across, column) is { } last)
                    return Path(row, column, last);
            }
        throw new InvalidOperationException("A fraction stands alone in its row or column: the table does not sum to its totals.");
    }

    // The rows with a fraction in a column are to be searched next, unless one of them meets the column that is looked for.
    private int? Meet(int across, int column)
    {
        var settled = 0;
        foreach (var row in openRows[across])
        {
            if (left[At(row, across)] == 0)
            {
                settled++;
                continue;
            }
            if (columnBefore[row] >= 0)
                continue;
            columnBefore[row] = across;
            if (left[At(row, column)] != 0)
                return row;
            next.Enqueue(row);
        }
        if (settled > 0)
            openRows[across].RemoveAll(row => left[At(row, across)] == 0);
        return null;
    }

    private List<(int Row, int Column)> Path(int row, int column, int last)
    {
        List<(int, int)> circle = [(row, column), (last, column)];
        for (var at = last; at != row; at = rowBefore[columnBefore[at]])
            circle.AddRange([(at, columnBefore[at]), (rowBefore[columnBefore[at]], columnBefore[at])]);
        return circle;
    }

    private static ArgumentException TooFine() => new($"A cell has more than {MostPlaces} places beyond the unit.");
}
