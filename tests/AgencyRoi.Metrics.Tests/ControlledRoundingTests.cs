using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests;

public sealed class ControlledRoundingTests
{
    [Fact]
    public void A_table_by_hand_adds_up_both_ways_where_each_number_rounded_by_itself_does_not()
    {
        // Each third of a cent alone is 0.00, and so would be each row and column: the total is a cent.
        decimal[][] thirds =
        [
            [0.003m, 0.003m],
            [0.003m, 0.003m],
        ];

        var rounded = ControlledRounding.Round(thirds, minorUnits: 2);

        Assert.Equal([0.01m, 0.00m], rounded.Rows);
        Assert.Equal([0.01m, 0.00m], rounded.Columns);
        Assert.Equal(
            [
                [0.01m, 0.00m],
                [0.00m, 0.00m],
            ],
            rounded.Cells
        );
    }

    [Fact]
    public void Rows_give_way_where_a_column_that_is_whole_leaves_them_no_room()
    {
        // By themselves the first two rows would get the two cents, both in the first column, which is one cent exactly.
        decimal[][] table =
        [
            [0.005m, 0m],
            [0.005m, 0m],
            [0m, 0.003m],
            [0m, 0.003m],
            [0m, 0.003m],
            [0m, 0.001m],
        ];

        var rounded = ControlledRounding.Round(table, minorUnits: 2);

        Assert.Equal([0.01m, 0.01m], rounded.Columns);
        Assert.Equal([0.01m, 0m, 0.01m, 0m, 0m, 0m], rounded.Rows);
    }

    [Fact]
    public void Nothing_appears_where_nothing_is_and_a_table_without_rows_or_columns_is_one()
    {
        Assert.Equal(
            [
                [0m, 1m],
                [2.35m, 0m],
            ],
            ControlledRounding
                .Round(
                    [
                        [0m, 1m],
                        [2.345m, 0m],
                    ],
                    2
                )
                .Cells
        );
        Assert.Empty(ControlledRounding.Round([], 2).Columns);
        Assert.Equal(
            [0m],
            ControlledRounding
                .Round(
                    [
                        [],
                    ],
                    2
                )
                .Rows
        );
    }

    [Fact]
    public void Every_table_adds_up_both_ways_and_no_number_moves_by_a_cent() =>
        Prop.ForAll<int[], byte>(
                (amounts, shape) =>
                {
                    var width = shape % 7 + 1;
                    var table = amounts.Select(Sparse).Chunk(width).Where(row => row.Length == width).ToArray();
                    AssertAddsUp(table, width, ControlledRounding.Round(table, minorUnits: 2));
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Rows_of_a_full_table_are_rounded_as_they_are_without_one()
    {
        var random = new Random(7);
        var table = Enumerable
            .Range(0, 200)
            .Select(_ => Enumerable.Range(0, 12).Select(_ => random.Next(0, 1_000_000) / 10_000m).ToArray())
            .ToArray();

        var rounded = ControlledRounding.Round(table, minorUnits: 2);

        Assert.Equal(LargestRemainder.Round([.. table.Select(row => row.Sum())], 2), rounded.Rows);
        Assert.Equal(rounded.Columns, Enumerable.Range(0, 12).Select(column => rounded.Cells.Sum(row => row[column])));
    }

    private static void AssertAddsUp(decimal[][] table, int width, RoundedTable rounded)
    {
        for (var row = 0; row < table.Length; row++)
        {
            Assert.Equal(rounded.Rows[row], rounded.Cells[row].Sum());
            AssertNeighbour(table[row].Sum(), rounded.Rows[row]);
            for (var column = 0; column < width; column++)
                AssertNeighbour(table[row][column], rounded.Cells[row][column]);
        }
        for (var column = 0; table.Length > 0 && column < width; column++)
        {
            Assert.Equal(rounded.Columns[column], rounded.Cells.Sum(row => row[column]));
            AssertNeighbour(table.Sum(row => row[column]), rounded.Columns[column]);
        }
        Assert.Equal(decimal.Round(table.Sum(row => row.Sum()), 2, MidpointRounding.AwayFromZero), rounded.Rows.Sum());
    }

    // Half of the cells are empty, as those of clients are that have nothing in a group; a quarter is whole.
    private static decimal Sparse(int amount) =>
        (amount % 4) switch
        {
            1 or -1 => amount * 0.0037m,
            2 => amount / 100m,
            _ => 0m,
        };

    // The next cent below or above; of an amount in whole cents, itself.
    private static void AssertNeighbour(decimal exact, decimal shown) =>
        Assert.True(Math.Abs(exact - shown) < 0.01m && shown == decimal.Round(shown, 2), $"{exact} became {shown}");
}
