using System.Globalization;
using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Valuation;

/// <summary>A client's part of a month's shared cost; below zero on the house account, which hands it over.</summary>
/// <param name="Weight">The client's part of <paramref name="OfWeight"/>, in units of the basis; null for the house account.</param>
public sealed record AllocatedCost(
    DateOnly Month,
    CostCategory Category,
    Money Amount,
    AllocationBasis Basis,
    decimal? Weight,
    decimal OfWeight
);

/// <summary>
/// A shared cost leaves the house account and arrives at clients, so that the agency's cost stays the same to the cent. It is the agency's own
/// cost, on the last day of its month.
/// </summary>
public static class AllocationValuation
{
    public static readonly ValuationMethod Method = new("shared-cost", 2);

    /// <param name="rates">Of the last day of the month.</param>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static IReadOnlyList<ValuedEntry> Value(AllocatedCost part, LedgerRates rates)
    {
        if (part.Amount.Amount == 0m)
            return [];
        var unit = string.Create(CultureInfo.InvariantCulture, $"allocation:{part.Month:yyyy-MM}:{EnumCode.Of(part.Category)}");
        var inputs = new Dictionary<string, string> { ["basis"] = EnumCode.Of(part.Basis), ["ofWeight"] = ExactAmount.Text(part.OfWeight) };
        if (part.Weight is { } weight)
            inputs["weight"] = ExactAmount.Text(weight);
        var day = part.Month.AddMonths(1).AddDays(-1);
        return
        [
            CostEntryValuation.Line(
                new CostFact(unit, part.Category, day, part.Amount, PaidBy.Agency, default),
                Viewpoint.Agency,
                rates
            ) with
            {
                Unit = unit,
                Method = Method,
                Inputs = inputs,
            },
        ];
    }
}
