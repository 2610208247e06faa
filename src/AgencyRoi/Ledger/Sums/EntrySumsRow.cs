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
        return new(reader.GetInt64(first), Sum(reader, first + 1), Amounts(reader, first + 2), Amounts(reader, first + 6));
    }

    /// <summary>The four amounts of one currency.</summary>
    /// <exception cref="OverflowException">A sum is past <see cref="AmountBounds.Ledger"/>.</exception>
    public static LedgerAmounts Amounts(NpgsqlDataReader reader, int first) =>
        new(Sum(reader, first), Sum(reader, first + 1), Sum(reader, first + 2), Sum(reader, first + 3));

    // A decimal takes a larger one and leaves out its last places.
    private static decimal Sum(NpgsqlDataReader reader, int column) =>
        reader.GetDecimal(column) is var sum && Math.Abs(sum) < AmountBounds.Ledger
            ? sum
            : throw new OverflowException("The sum is larger than what is shown.");
}
