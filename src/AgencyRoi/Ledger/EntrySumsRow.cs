using Npgsql;

namespace AgencyRoi.Ledger;

/// <summary>Sums as every query of the ledger returns them: count, quantity, four amounts of the client's currency, four of the agency's.</summary>
internal static class EntrySumsRow
{
    public static EntrySums Read(NpgsqlDataReader reader, int first)
    {
        var next = first + 2;
        return new(
            reader.GetInt64(first),
            reader.GetDecimal(first + 1),
            LedgerEntryRow.ReadAmounts(reader, ref next),
            LedgerEntryRow.ReadAmounts(reader, ref next)
        );
    }
}
