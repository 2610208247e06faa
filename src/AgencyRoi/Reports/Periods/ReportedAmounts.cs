using AgencyRoi.Ledger.Closings;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Periods;

/// <summary>How the parts of closed figures are rounded. What is closed is shown as it was when it was closed.</summary>
internal enum ReportedRounding
{
    /// <summary>Each amount by itself.</summary>
    Alone,

    /// <summary>The parts of a whole together, so that what is shown of them is what is shown of the whole.</summary>
    Together,
}

/// <summary>The totals of something closed, and how they are shown.</summary>
internal sealed record ReportedAmounts(FourTotals Exact, FourTotals Shown, ReportedRounding Rounding, int MinorUnits)
{
    /// <summary>How the figures of a closing are rounded: as they were when it was closed.</summary>
    public static ReportedRounding RoundingOf(byte[] document) =>
        ClosingDocument.FormatOf(document) >= ClosingDocument.FirstRoundedTogether ? ReportedRounding.Together : ReportedRounding.Alone;

    /// <summary>Those of a whole.</summary>
    public static ReportedAmounts Of(FigureScope scope, ReportedRounding rounding, IEnumerable<EntrySum> sums)
    {
        var exact = FourTotals.Of(sums);
        var places = Metrics.MinorUnits.Of(scope.CurrencyCode);
        return new(exact, Written(exact, exact.Shown(places), places), rounding, places);
    }

    /// <summary>Those of all parts of a whole, in their order.</summary>
    public static IEnumerable<ReportedAmounts> Parts(
        IReadOnlyList<FourTotals> parts,
        FourTotals whole,
        FigureScope scope,
        ReportedRounding rounding
    )
    {
        var places = Metrics.MinorUnits.Of(scope.CurrencyCode);
        var shown =
            rounding == ReportedRounding.Together ? FourTotals.Shown(whole, parts, places) : [.. parts.Select(part => part.Shown(places))];
        return parts.Zip(shown, (exact, seen) => new ReportedAmounts(exact, Written(exact, seen, places), rounding, places));
    }

    /// <summary>Value less cost in one of the totals.</summary>
    public decimal NetOf(RoiTotal kind) =>
        Rounding switch
        {
            ReportedRounding.Together => Roi.Net(kind.Of(Shown).Value, Shown.Cost),
            ReportedRounding.Alone => Roi.Net(kind.Of(Exact).Value, Exact.Cost),
            _ => throw new InvalidOperationException($"{Rounding} says nothing of a difference."),
        };

    // With the places that it has in the document, and so none where nothing is: an answer of a closing stays the same to the byte.
    private static FourTotals Written(FourTotals exact, FourTotals shown, int places) =>
        FourTotals.From([
            .. FourTotals.Amounts.Select(amount =>
                decimal.Round(amount.Of(exact), places, MidpointRounding.AwayFromZero) is var alone && alone == amount.Of(shown)
                    ? alone
                    : amount.Of(shown)
            ),
        ]);
}
