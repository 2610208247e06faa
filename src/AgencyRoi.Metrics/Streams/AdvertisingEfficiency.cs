using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>The price that advertising paid for a unit before and after social channels taught it something.</summary>
/// <param name="UnitsBefore">Customers or clicks, the same thing on both sides; customers are the better measure.</param>
/// <param name="Isolation">How much of the change is due to this and not to season, budget or market.</param>
/// <param name="IsSpendInCost">True when this spend is a cost of the same return.</param>
public sealed record AdEfficiencyInput(
    decimal SpendBefore,
    decimal UnitsBefore,
    decimal SpendAfter,
    decimal UnitsAfter,
    Estimate Isolation,
    bool IsSpendInCost
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.NotNegative(nameof(SpendBefore), SpendBefore),
            Checks.NotNegative(nameof(UnitsBefore), UnitsBefore),
            Checks.NotNegative(nameof(SpendAfter), SpendAfter),
            Checks.NotNegative(nameof(UnitsAfter), UnitsAfter),
            Checks.Share(nameof(Isolation), Isolation)
        );
}

/// <summary>
/// Value = (price of a unit before - after) × units after × isolation. Dearer advertising is a loss: cutting it off at zero would count
/// lucky months and forget the others. The counts vary as Poisson's do, so the ratio of the two prices has SE sqrt(1/n1 + 1/n2) on the
/// log scale; an interval that holds zero keeps the value out of the adjusted total. Where the spend is a cost of the same return the
/// saving shows there already, and the value is a memo.
/// </summary>
public static class AdvertisingEfficiency
{
    public static readonly ValuationMethod Method = new("advertising-price", 2);

    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, AdEfficiencyInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        if (input.UnitsBefore == 0m || input.UnitsAfter == 0m)
            return StreamValue.Beside(new Memo(MemoReason.NoVolume, null, fact.CurrencyCode));

        var before = PriceBefore(input);
        var after = input.SpendAfter / input.UnitsAfter;
        var cheaper = before - after;
        var saving = cheaper * input.UnitsAfter * input.Isolation;
        if (input.IsSpendInCost)
            return StreamValue.Beside(new Memo(MemoReason.SavedInCost, saving, fact.CurrencyCode));

        var inputs = new Inputs
        {
            { "priceBefore", before },
            { "priceAfter", after },
            { "unitsAfter", input.UnitsAfter },
            { "isolation", input.Isolation },
            { "isSignificant", !cheaper.ContainsZero },
        };
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.AdvertisingEfficiency,
                ValuationBasis.Stated,
                $"advertising:{fact.ExternalReference}",
                Method,
                EvidenceGrade.C,
                saving,
                inputs,
                terms,
                input.UnitsAfter,
                isSignificant: !cheaper.ContainsZero
            )
        );
    }

    // The error of both counts is laid on the price before, so that the price after stays what was really paid.
    private static Estimate PriceBefore(AdEfficiencyInput input)
    {
        var price = input.SpendBefore / input.UnitsBefore;
        var spread = (decimal)Math.Exp(Confidence.Z * Math.Sqrt((double)(1m / input.UnitsBefore + 1m / input.UnitsAfter)));
        return new(price / spread, price, price * spread);
    }
}
