using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>
/// Sums of a file by currency, to hold against what the platform says of the same rows. They are made of the fields as the file gives them, refused rows
/// included, and not of what the ledger makes of them.
/// </summary>
/// <param name="column">What is summed; null: rows are counted and nothing is summed.</param>
internal sealed class ControlTotals(string? column)
{
    // Fewer than there are currencies: what a refused row calls one need not be any.
    private const int MostCurrencies = 250;
    private const decimal LargestAmount = 1e15m;

    // The key of rows that name no currency: a dictionary has none that is null.
    private const string NoCurrency = "";

    private readonly SortedDictionary<string, CurrencyTotal> byCurrency = new(StringComparer.Ordinal);

    public IReadOnlyCollection<CurrencyTotal> All => byCurrency.Values;

    public void Add(ImportRow row, FactChange change)
    {
        var currency = row.ReadableCurrency();
        if (!byCurrency.TryGetValue(currency ?? NoCurrency, out var total))
        {
            if (byCurrency.Count >= MostCurrencies)
                currency = null;
            total = byCurrency.GetValueOrDefault(currency ?? NoCurrency) ?? new(currency, new(), new());
        }
        var amount =
            column is not null && row.ReadableNumber(column) is { } number && decimal.Abs(number) <= LargestAmount
                ? number
                : (decimal?)null;
        byCurrency[currency ?? NoCurrency] =
            row.IsSound && change != FactChange.Refused
                ? total with
                {
                    Stored = total.Stored.With(amount),
                }
                : total with
                {
                    Refused = total.Refused.With(amount),
                };
    }
}

/// <param name="CurrencyCode">As the rows say; null: they say none, or none that can be read.</param>
/// <param name="Stored">Created, updated and unchanged rows.</param>
internal sealed record CurrencyTotal(string? CurrencyCode, RowTotal Stored, RowTotal Refused);

/// <param name="Amount">The sum over the rows that have one.</param>
/// <param name="RowsWithoutAmount">Rows whose field is empty or cannot be read, so that the amount is not of all rows.</param>
internal sealed record RowTotal(long Rows = 0, decimal Amount = 0m, long RowsWithoutAmount = 0)
{
    public RowTotal With(decimal? amount) => new(Rows + 1, Amount + (amount ?? 0m), RowsWithoutAmount + (amount is null ? 1 : 0));
}
