namespace AgencyRoi.Metrics;

/// <summary>A sum of ledger entries that share side, line and basis, in one currency.</summary>
public readonly record struct LineSum(Side Side, Line Line, Basis Basis, decimal Amount, decimal Adjusted, decimal Low, decimal High);

/// <summary>One of the four totals. Low and high are the sums of lows and of highs: all errors together, the cautious convention.</summary>
public readonly record struct Total(decimal Value, decimal Low, decimal High, decimal OfWhichReplacementCost)
{
    public static Total operator +(Total left, Total right) =>
        new(
            left.Value + right.Value,
            left.Low + right.Low,
            left.High + right.High,
            left.OfWhichReplacementCost + right.OfWhichReplacementCost
        );
}

/// <summary>
/// The four totals that are always shown side by side, each over the same full cost: direct; direct and assisted; all of it adjusted
/// by evidence; all of it unadjusted.
/// </summary>
public sealed record FourTotals(decimal Cost, Total Direct, Total DirectAndAssisted, Total Adjusted, Total Unadjusted)
{
    public static FourTotals Of(IEnumerable<LineSum> sums)
    {
        decimal cost = 0m;
        Total direct = default,
            assisted = default,
            indirect = default,
            adjusted = default;
        foreach (var sum in sums)
        {
            if (sum.Side == Side.Cost)
            {
                cost += sum.Amount;
                continue;
            }
            var whole = Whole(sum);
            direct += sum.Line == Line.Direct ? whole : default;
            assisted += sum.Line == Line.Assisted ? whole : default;
            indirect += sum.Line == Line.Indirect ? whole : default;
            adjusted += AdjustedByEvidence(sum);
        }
        return new(cost, direct, direct + assisted, adjusted, direct + assisted + indirect);
    }

    /// <summary>
    /// The parts of a whole as they are shown: each amount at the currency's minor unit, and the amounts of all parts together what the whole shows.
    /// </summary>
    public static IReadOnlyList<FourTotals> Shown(IReadOnlyList<FourTotals> parts, int minorUnits)
    {
        var costs = Rounded(part => part.Cost);
        var (direct, assisted) = (Totals(part => part.Direct), Totals(part => part.DirectAndAssisted));
        var (adjusted, unadjusted) = (Totals(part => part.Adjusted), Totals(part => part.Unadjusted));
        return [.. parts.Select((_, i) => new FourTotals(costs[i], direct[i], assisted[i], adjusted[i], unadjusted[i]))];

        decimal[] Rounded(Func<FourTotals, decimal> amount) => LargestRemainder.Round([.. parts.Select(amount)], minorUnits);

        Total[] Totals(Func<FourTotals, Total> total)
        {
            var (values, replaced) = (Rounded(part => total(part).Value), Rounded(part => total(part).OfWhichReplacementCost));
            var (lows, highs) = (Rounded(part => total(part).Low), Rounded(part => total(part).High));
            return [.. parts.Select((_, i) => new Total(values[i], lows[i], highs[i], replaced[i]))];
        }
    }

    private static Total Whole(LineSum sum) => new(sum.Amount, sum.Low, sum.High, sum.Basis == Basis.ReplacementCost ? sum.Amount : 0m);

    // The bounds shrink as the amount does; where amounts cancel out there is nothing to shrink them by, and they stay.
    private static Total AdjustedByEvidence(LineSum sum)
    {
        var factor = sum.Amount == 0m ? 1m : sum.Adjusted / sum.Amount;
        return new(sum.Adjusted, sum.Low * factor, sum.High * factor, sum.Basis == Basis.ReplacementCost ? sum.Adjusted : 0m);
    }
}
