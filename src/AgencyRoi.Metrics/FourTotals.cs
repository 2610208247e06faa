namespace AgencyRoi.Metrics;

/// <summary>A sum of ledger entries that share side, line and basis, in one currency.</summary>
public readonly record struct LineSum(Side Side, Line Line, Basis Basis, decimal Amount, decimal Adjusted, decimal Low, decimal High);

/// <summary>One of the totals. Low and high are the sums of lows and of highs: all errors together, the cautious convention.</summary>
public readonly record struct Total(decimal Value, decimal Low, decimal High)
{
    public static Total operator +(Total left, Total right) => new(left.Value + right.Value, left.Low + right.Low, left.High + right.High);
}

/// <summary>
/// The four totals that are always shown side by side, each over the same full cost: direct; direct and assisted; all of it adjusted
/// by evidence; all of it unadjusted. Cost avoided is shown beside them, whole; it joins the last two.
/// For entries that are not below zero, direct is at most adjusted, and adjusted at most unadjusted.
/// </summary>
/// <remarks>
/// A sum counts by the line on which it was posted. Replacement cost that was posted on the direct or the indirect line, before cost avoided had
/// a line, counts there until it is valued anew.
/// </remarks>
public sealed record FourTotals(decimal Cost, Total Direct, Total DirectAndAssisted, Total Adjusted, Total Unadjusted, Total CostAvoided)
{
    public static FourTotals Of(IEnumerable<LineSum> sums)
    {
        decimal cost = 0m;
        Total direct = default,
            assisted = default,
            indirect = default,
            avoided = default,
            adjusted = default;
        foreach (var sum in sums)
        {
            if (sum.Side == Side.Cost)
            {
                cost += sum.Amount;
                continue;
            }
            switch (sum.Line)
            {
                case Line.Direct:
                    direct += Whole(sum);
                    break;
                case Line.Assisted:
                    assisted += Whole(sum);
                    break;
                case Line.Indirect:
                    indirect += Whole(sum);
                    break;
                case Line.CostAvoided:
                    avoided += Whole(sum);
                    break;
                case Line.Cost:
                default:
                    throw new ArgumentException($"Value does not stand on the line {sum.Line}.", nameof(sums));
            }
            adjusted += AdjustedByEvidence(sum);
        }
        return new(cost, direct, direct + assisted, adjusted, direct + assisted + indirect + avoided, avoided);
    }

    /// <summary>
    /// The parts of a whole as they are shown: each amount at the currency's minor unit, and the amounts of all parts together what the whole shows.
    /// </summary>
    public static IReadOnlyList<FourTotals> Shown(IReadOnlyList<FourTotals> parts, int minorUnits)
    {
        var costs = Rounded(part => part.Cost);
        var (direct, assisted) = (Totals(part => part.Direct), Totals(part => part.DirectAndAssisted));
        var (adjusted, unadjusted) = (Totals(part => part.Adjusted), Totals(part => part.Unadjusted));
        var avoided = Totals(part => part.CostAvoided);
        return [.. parts.Select((_, i) => new FourTotals(costs[i], direct[i], assisted[i], adjusted[i], unadjusted[i], avoided[i]))];

        decimal[] Rounded(Func<FourTotals, decimal> amount) => LargestRemainder.Round([.. parts.Select(amount)], minorUnits);

        Total[] Totals(Func<FourTotals, Total> total)
        {
            var (values, lows, highs) = (
                Rounded(part => total(part).Value),
                Rounded(part => total(part).Low),
                Rounded(part => total(part).High)
            );
            return [.. parts.Select((_, i) => new Total(values[i], lows[i], highs[i]))];
        }
    }

    private static Total Whole(LineSum sum) => new(sum.Amount, sum.Low, sum.High);

    // The bounds shrink as the amount does; where amounts cancel out there is nothing to shrink them by, and they stay.
    private static Total AdjustedByEvidence(LineSum sum)
    {
        var factor = sum.Amount == 0m ? 1m : sum.Adjusted / sum.Amount;
        return new(sum.Adjusted, sum.Low * factor, sum.High * factor);
    }
}
