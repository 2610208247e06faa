namespace AgencyRoi.Metrics;

/// <summary>A sum of ledger entries that share side, return class and basis, in one currency.</summary>
public readonly record struct EntrySum
{
    public required EntrySide Side { get; init; }

    public required ReturnClass ReturnClass { get; init; }

    /// <summary>Null for costs.</summary>
    public required ValuationBasis? Basis { get; init; }

    public required decimal Amount { get; init; }

    public required decimal Adjusted { get; init; }

    public required decimal Low { get; init; }

    public required decimal High { get; init; }

    public static EntrySum Of(EntryKind kind, LedgerAmounts amounts) =>
        new()
        {
            Side = kind.Side,
            ReturnClass = kind.ReturnClass,
            Basis = kind.Basis,
            Amount = amounts.Amount,
            Adjusted = amounts.Adjusted,
            Low = amounts.Low,
            High = amounts.High,
        };
}

/// <summary>A total of the four. Low and high are the sums of lows and of highs: all errors together, the cautious convention.</summary>
public readonly record struct Total(decimal Value, decimal Low, decimal High)
{
    public static Total operator +(Total left, Total right) => new(left.Value + right.Value, left.Low + right.Low, left.High + right.High);
}

/// <summary>An amount that <see cref="FourTotals"/> hold.</summary>
/// <param name="AddsUp">
/// Whether the parts of a whole come to the whole exactly. The ends of the adjusted total do not where evidence counted differently in the parts: they are
/// not in the ledger, and each is made from the sum that it belongs to.
/// </param>
public sealed record TotalsAmount(EntrySide Side, bool AddsUp, Func<FourTotals, decimal> Of);

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
    public static FourTotals Of(IEnumerable<EntrySum> sums)
    {
        decimal cost = 0m;
        Total direct = default,
            assisted = default,
            indirect = default,
            avoided = default,
            adjusted = default;
        foreach (var sum in sums)
        {
            if (sum.Side == EntrySide.Cost)
            {
                cost += sum.Amount;
                continue;
            }
            switch (sum.ReturnClass)
            {
                case ReturnClass.Direct:
                    direct += Whole(sum);
                    break;
                case ReturnClass.Assisted:
                    assisted += Whole(sum);
                    break;
                case ReturnClass.Indirect:
                    indirect += Whole(sum);
                    break;
                case ReturnClass.CostAvoided:
                    avoided += Whole(sum);
                    break;
                case ReturnClass.Cost:
                default:
                    throw new ArgumentException($"Value is not in the return class {sum.ReturnClass}.", nameof(sums));
            }
            adjusted += AdjustedByEvidence(sum);
        }
        return new(
            cost,
            Direct: direct,
            DirectAndAssisted: direct + assisted,
            Adjusted: adjusted,
            Unadjusted: direct + assisted + indirect + avoided,
            CostAvoided: avoided
        );
    }

    /// <summary>All amounts that the totals hold.</summary>
    public static IReadOnlyList<TotalsAmount> Amounts { get; } =
    [
        new(EntrySide.Cost, AddsUp: true, totals => totals.Cost),
        .. Ends(totals => totals.Direct, addUp: true),
        .. Ends(totals => totals.DirectAndAssisted, addUp: true),
        .. Ends(totals => totals.Adjusted, addUp: false),
        .. Ends(totals => totals.Unadjusted, addUp: true),
        .. Ends(totals => totals.CostAvoided, addUp: true),
    ];

    /// <param name="amounts">In the order of <see cref="Amounts"/>.</param>
    public static FourTotals From(IReadOnlyList<decimal> amounts) => From(place => amounts[place]);

    private static FourTotals From(Func<int, decimal> amountAt)
    {
        return new(amountAt(0), Direct: At(1), DirectAndAssisted: At(4), Adjusted: At(7), Unadjusted: At(10), CostAvoided: At(13));

        Total At(int place) => new(amountAt(place), amountAt(place + 1), amountAt(place + 2));
    }

    /// <summary>As a whole is shown: each amount at the currency's minor unit.</summary>
    public FourTotals Shown(int minorUnits) =>
        From(place => MinorUnits.Round(Amounts[place].Of(this), minorUnits, MidpointRounding.AwayFromZero));

    /// <summary>The parts of a whole as they are shown: each amount at the currency's minor unit, and those of all parts together what the whole shows.</summary>
    public static IReadOnlyList<FourTotals> Shown(FourTotals whole, IReadOnlyList<FourTotals> parts, int minorUnits)
    {
        var shown = Amounts
            .Select(amount => LargestRemainder.RoundTo(amount.Of(whole), [.. parts.Select(amount.Of)], minorUnits))
            .ToArray();
        return [.. parts.Select((_, part) => From(place => shown[place][part]))];
    }

    private static TotalsAmount[] Ends(Func<FourTotals, Total> total, bool addUp) =>
        [
            new(EntrySide.Value, AddsUp: true, totals => total(totals).Value),
            new(EntrySide.Value, addUp, totals => total(totals).Low),
            new(EntrySide.Value, addUp, totals => total(totals).High),
        ];

    private static Total Whole(EntrySum sum) => new(sum.Amount, sum.Low, sum.High);

    // The bounds shrink as the amount does; where amounts cancel out there is nothing to shrink them by, and they stay.
    private static Total AdjustedByEvidence(EntrySum sum)
    {
        var factor = sum.Amount == 0m ? 1m : sum.Adjusted / sum.Amount;
        return new(sum.Adjusted, sum.Low * factor, sum.High * factor);
    }
}
