namespace AgencyRoi.Metrics.Valuation;

/// <summary>A cost as it was entered.</summary>
/// <param name="Amount">Net of tax, zero or above. Zero is a fact and makes a line, so that it can be explained.</param>
/// <param name="SpreadMonths">The months from its day on that bear it, by day; null: it counts on its day.</param>
/// <param name="IsCredit">Whether the amount was given back, and counts below zero.</param>
public sealed record CostFact(
    string ExternalReference,
    CostCategory Category,
    DateOnly OccurredOn,
    Money Amount,
    PaidBy PaidBy,
    Dimensions Dimensions,
    int? SpreadMonths = null,
    bool IsCredit = false
)
{
    internal decimal Counted => IsCredit ? -Amount.Amount : Amount.Amount;
}

/// <summary>
/// What the client paid is cost of the client's return; what the agency paid is cost of the agency's margin. A fee that the client paid
/// is both the client's cost and the agency's revenue: two lines, two viewpoints, never one sum. A credit is minus the cost that it gives back: it makes the
/// same lines, below zero.
/// </summary>
public static class CostEntryValuation
{
    public static readonly ValuationMethod Method = new("cost-entry", 2);
    public static readonly ValuationMethod CreditMethod = new("cost-credit", 1);
    public static readonly ValuationMethod SpreadMethod = new("cost-spread-by-day", 2);

    /// <summary>Whether a line of the method counts whole on the fact's own day.</summary>
    public static bool CountsOnItsDay(ValuationMethod method) => method == Method || method == CreditMethod;

    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static IReadOnlyList<ValuedEntry> Value(CostFact cost, LedgerRates rates)
    {
        var lines = AtOnce(cost, rates);
        if (cost.SpreadMonths is not { } months)
            return lines;
        var term = new DateRange(cost.OccurredOn, cost.OccurredOn.AddMonths(months));
        return [.. lines.SelectMany(line => TermSpread.ByDay(Spread(line, months, term.Days), term))];
    }

    private static IReadOnlyList<ValuedEntry> AtOnce(CostFact cost, LedgerRates rates)
    {
        if (cost.PaidBy == PaidBy.Agency)
            return [Line(cost, Viewpoint.Agency, rates)];

        var paid = Line(cost, Viewpoint.Client, rates);
        return cost.Category == CostCategory.AgencyFee ? [paid, Earned(paid)] : [paid];
    }

    private static ValuedEntry Spread(ValuedEntry whole, int months, int days) =>
        whole with
        {
            Method = SpreadMethod,
            Inputs = new Dictionary<string, string>(whole.Inputs)
            {
                ["months"] = ExactAmount.Text(months),
                ["days"] = ExactAmount.Text(days),
            },
        };

    private static ValuedEntry Earned(ValuedEntry fee) => fee with { Viewpoint = Viewpoint.Agency, Kind = EntryKind.Fee };

    internal static ValuedEntry Line(CostFact cost, Viewpoint viewpoint, LedgerRates rates)
    {
        var unrounded = UnroundedEntry.Of(cost.Counted, rates, factor: 1m);
        return new()
        {
            Day = cost.OccurredOn,
            Viewpoint = viewpoint,
            Kind = EntryKind.Cost(cost.Category),
            Dimensions = cost.Dimensions,
            Unit = $"cost:{cost.ExternalReference}",
            Method = cost.IsCredit ? CreditMethod : Method,
            Inputs = Inputs(cost),
            Unrounded = unrounded,
            OriginalAmount = LedgerRounding.Of(unrounded.Original),
            OriginalCurrency = cost.Amount.CurrencyCode,
            Rates = rates,
            Client = unrounded.Client.At(1m),
            Agency = unrounded.Agency.At(1m),
        };
    }

    private static Dictionary<string, string> Inputs(CostFact cost)
    {
        var inputs = new Dictionary<string, string> { ["amount"] = ExactAmount.Text(cost.Amount.Amount) };
        if (cost.IsCredit)
            inputs["isCredit"] = "true";
        return inputs;
    }
}
