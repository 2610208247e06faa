using System.Globalization;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Comparison;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Comparability;

/// <summary>Turns what is known of a comparison into what is to be said about it.</summary>
internal static class ComparabilityFindings
{
    /// <summary>From this ratio of the highest to the lowest rate a part of the difference is the currency's.</summary>
    private const decimal WideRates = 1.1m;

    /// <summary>From this share of value on estimates alone, the figure is one.</summary>
    private const decimal MostlyEstimated = 0.5m;

    public static ComparabilityReport ToReport(this ComparabilityFacts facts)
    {
        List<ComparabilityFinding> findings = [.. All(facts).OrderBy(finding => finding.Severity).ThenBy(finding => finding.Aspect)];
        return new(
            findings,
            facts.Breaks,
            [
                .. facts.Comparison.Found.Select(row =>
                {
                    var days = facts.Days.TryGetValue(row.Client.Id, out var known) ? known : (DaysWithEntries?)null;
                    return new ClientComparability(
                        row.Client,
                        From: days?.First,
                        To: days?.Last.AddDays(1),
                        days?.Count ?? 0,
                        facts.ProvisionalFrom(row.Client),
                        [.. facts.Rates[row.Client.Id]],
                        GradesOf(row),
                        BasisOf(row),
                        CategoriesOf(row),
                        facts.CompletenessOf(row.Client).KnownShare,
                        [.. findings.Where(finding => finding.Clients.Contains(row.Client))]
                    );
                }),
            ]
        );
    }

    private static IEnumerable<ComparabilityFinding> All(ComparabilityFacts facts) =>
        Definitions(facts)
            .Concat(Basis(facts))
            .Concat(Currency(facts))
            .Concat(Completeness(facts))
            .Concat(Period(facts))
            .Concat(Evidence(facts));

    private static IEnumerable<ComparabilityFinding> Definitions(ComparabilityFacts facts) =>
        facts.Breaks.Select(broken => new ComparabilityFinding(
            ComparabilityAspect.Definitions,
            ComparabilitySeverity.NotComparable,
            broken.Clients,
            broken.Message
        ));

    private static IEnumerable<ComparabilityFinding> Basis(ComparabilityFacts facts)
    {
        var byRevenue = Clients(facts, row => BasisOf(row) == Metrics.ValuationBasis.Revenue);
        if (byRevenue.Count > 0 && facts.Comparison.Found.Any(row => BasisOf(row) == Metrics.ValuationBasis.Margin))
            yield return new(
                ComparabilityAspect.Basis,
                ComparabilitySeverity.NotComparable,
                byRevenue,
                "Their sales count by revenue, since no margin is known, while those of others count by margin."
            );
    }

    private static IEnumerable<ComparabilityFinding> Currency(ComparabilityFacts facts) =>
        from row in facts.Comparison.Found
        from used in facts.Rates[row.Client.Id]
        where used.LowestRate > 0 && used.HighestRate / used.LowestRate >= WideRates
        select new ComparabilityFinding(
            ComparabilityAspect.Currency,
            ComparabilitySeverity.Caution,
            [row.Client],
            string.Create(
                CultureInfo.InvariantCulture,
                $"{used.CurrencyCode} was converted at rates from {used.LowestRate:0.######} to {used.HighestRate:0.######}: a part of what moved is the currency."
            )
        );

    private static IEnumerable<ComparabilityFinding> Completeness(ComparabilityFacts facts)
    {
        var unpaid = Clients(facts, row => row.Sums.Count > 0 && row.ExactCost == 0);
        if (unpaid.Count > 0)
            yield return new(
                ComparabilityAspect.Completeness,
                ComparabilitySeverity.NotComparable,
                unpaid,
                "They have value and no cost: missing cost is not zero cost."
            );
        var credited = Clients(facts, row => row.ExactCost < 0);
        if (credited.Count > 0)
            yield return new(
                ComparabilityAspect.Completeness,
                ComparabilitySeverity.NotComparable,
                credited,
                "More was credited to them than they spent: over such a cost there is no return."
            );

        foreach (var row in facts.Comparison.Found.Where(row => row.MissingCost.Count > 0))
            yield return new(
                ComparabilityAspect.Completeness,
                ComparabilitySeverity.NotComparable,
                [row.Client],
                MissingCost.Message(row.MissingCost)
            );

        foreach (var alike in facts.Comparison.Found.GroupBy(row => string.Join(", ", facts.UntoldOf(row.Client))))
            if (alike.Key.Length > 0)
                yield return new(
                    ComparabilityAspect.Completeness,
                    ComparabilitySeverity.Caution,
                    [.. alike.Select(row => row.Client)],
                    $"Nobody has said whether there was any cost of {alike.Key}."
                );
    }

    private static IEnumerable<ComparabilityFinding> Period(ComparabilityFacts facts)
    {
        var period = facts.Comparison.Scope.Sums.Period;
        var silent = Clients(facts, row => !facts.Days.ContainsKey(row.Client.Id));
        if (silent.Count > 0)
            yield return new(
                ComparabilityAspect.Period,
                ComparabilitySeverity.NotComparable,
                silent,
                "Nothing was recorded in the period."
            );

        var firstMonthEnds = IntervalBuckets.After(period.From, TimeInterval.Month);
        var late = Clients(facts, row => facts.Days.TryGetValue(row.Client.Id, out var days) && days.First >= firstMonthEnds);
        if (late.Count > 0 && late.Count + silent.Count < facts.Comparison.Found.Count)
            yield return new(
                ComparabilityAspect.Period,
                ComparabilitySeverity.Caution,
                late,
                "Their records begin after the first month of the period, while those of others are there from its beginning."
            );

        var open = Clients(facts, row => facts.ProvisionalFrom(row.Client) is not null);
        if (open.Count > 0)
            yield return new(
                ComparabilityAspect.Period,
                ComparabilitySeverity.Caution,
                open,
                "The last days of the period are not over or not settled: their figures are provisional."
            );
    }

    private static IEnumerable<ComparabilityFinding> Evidence(ComparabilityFacts facts)
    {
        var estimated = Clients(
            facts,
            row => GradesOf(row).Where(part => part.Grade >= EvidenceGrade.D).Sum(part => part.Share ?? 0) > MostlyEstimated
        );
        if (estimated.Count > 0)
            yield return new(
                ComparabilityAspect.Evidence,
                ComparabilitySeverity.Caution,
                estimated,
                "More than half of their value rests on estimates, benchmarks or replacement cost (grades D and E)."
            );
    }

    private static IReadOnlyList<GradeShare> GradesOf(ClientComparisonRow row) =>
        GradeShare.Of(
            row.Sums.Where(sum => sum.Kind.Side == EntrySide.Value).Select(sum => (sum.Kind.Grade!.Value, sum.Amounts.Amount)),
            row.Unadjusted.Value
        );

    private static ValuationBasis? BasisOf(ClientComparisonRow row)
    {
        var bases = row
            .Sums.Where(sum => sum.Kind.Basis is Metrics.ValuationBasis.Margin or Metrics.ValuationBasis.Revenue)
            .Select(sum => sum.Kind.Basis);
        // One sale by revenue is enough to make the client's figure larger than a margin's.
        return bases.Max();
    }

    private static List<CostCategory> CategoriesOf(ClientComparisonRow row) =>
        [
            .. row
                .Sums.Where(sum => sum.Kind.Side == EntrySide.Cost && sum.Amounts.Amount != 0)
                .Select(sum => sum.Kind.CostCategory!.Value)
                .Distinct()
                .Order(),
        ];

    private static List<Client> Clients(ComparabilityFacts facts, Func<ClientComparisonRow, bool> holds) =>
        [.. facts.Comparison.Found.Where(holds).Select(row => row.Client)];
}
