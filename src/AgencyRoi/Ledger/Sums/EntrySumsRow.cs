using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using Npgsql;

namespace AgencyRoi.Ledger.Sums;

/// <summary>Sums as every query of the ledger returns them: count, quantity, four amounts of the client's currency, four of the agency's.</summary>
internal static class EntrySumsRow
{
    /// <exception cref="OverflowException">A sum is past <see cref="AmountBounds.Ledger"/>.</exception>
    public static EntrySums Read(NpgsqlDataReader reader, int first)
    {
        var next = first + 2;
        return new(reader.GetInt64(first), Sum(reader, first + 1), Sums(reader, ref next), Sums(reader, ref next));
    }

    private static LedgerAmounts Sums(NpgsqlDataReader reader, ref int next) =>
        new(Sum(reader, next++), Sum(reader, next++), Sum(reader, next++), Sum(reader, next++));

    // A decimal takes a larger one and leaves out its last places.
    private static decimal Sum(NpgsqlDataReader reader, int column) =>
        reader.GetDecimal(column) is var sum && Math.Abs(sum) < AmountBounds.Ledger
            ? sum
            : throw new OverflowException("The sum is larger than what is shown.");
}
