using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>A search term in a market and a month. Terms are folded by case and spaces, and nothing cleverer.</summary>
public readonly record struct KeywordMonth
{
    public KeywordMonth(string keyword, string countryCode, DateOnly day) =>
        (Keyword, CountryCode, Month) = (Fold(keyword), countryCode.ToUpperInvariant(), IntervalBuckets.StartOf(day, TimeInterval.Month));

    public string Keyword { get; }

    public string CountryCode { get; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; }

    public string Unit => $"visit-month:{Keyword}:{CountryCode}:{StreamEntry.Month(Month)}";

    public static string Fold(string keyword) =>
        string.Join(' ', keyword.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Visits of one term, as a search console counts them; several match types are several of these.</summary>
/// <param name="ConvertingVisits">Those that ended in an order, which is counted as a sale.</param>
/// <param name="IsPaid">Bought clicks are no saving.</param>
/// <param name="IsBrand">People who looked for the name would have come anyway.</param>
public sealed record KeywordVisits(
    KeywordMonth Key,
    decimal Visits,
    decimal ConvertingVisits,
    bool IsPaid,
    bool IsBrand,
    Dimensions Dimensions = default
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.Required(nameof(Key), !string.IsNullOrEmpty(Key.Keyword)),
            Checks.NotNegative(nameof(Visits), Visits),
            Checks.Within(nameof(ConvertingVisits), ConvertingVisits, nameof(Visits), Visits)
        );
}

/// <summary>The price of a click on the term in its market and month, unrounded. Zero is a price; none is not.</summary>
public sealed record KeywordPrice(KeywordMonth Key, Money PerClick);

/// <summary>A keyword month and what is known of it.</summary>
/// <param name="Value">Null when it has no price.</param>
public sealed record TrafficItem(KeywordMonth Key, decimal Visits, Money? Value);

/// <summary>The price of unpaid traffic, and what is not in it.</summary>
/// <param name="Lines">One a keyword month, by unit.</param>
/// <param name="Unpriced">Without a price: listed, never filled in.</param>
/// <param name="Brand">Brand terms at their full price, before the agency's brand factor.</param>
/// <param name="HeldOut">Converting visits at their price: they are sales, and no traffic.</param>
/// <param name="PaidVisits">Left out.</param>
public sealed record TrafficValue(
    IReadOnlyList<ValuedEntry> Lines,
    IReadOnlyList<TrafficItem> Unpriced,
    IReadOnlyList<TrafficItem> Brand,
    IReadOnlyList<TrafficItem> HeldOut,
    decimal PaidVisits
);

/// <summary>
/// Value of a keyword month = (visits - converting visits) × price of a click, for unpaid visits with a price. What the traffic saved, not
/// what it earned: basis replacement cost, grade D. Brand terms count by a factor of their own, 0 unless the agency says otherwise.
/// </summary>
public static class Traffic
{
    public static readonly ValuationMethod Method = new("advertising-equivalent", 2);

    /// <summary>The share of a month's value that counts in the adjusted total.</summary>
    public static decimal Factor(EvidenceFactors factors) =>
        factors.Of(ValueStreams.ReturnClassOf(ValueStream.Traffic, ValuationBasis.ReplacementCost), EvidenceGrade.D);

    /// <param name="prices">Where a keyword month has several, the lowest holds.</param>
    /// <param name="brandFactor">From 0 to 1.</param>
    /// <exception cref="ArgumentException">An input has faults, or a keyword month has prices in two currencies.</exception>
    /// <exception cref="OverflowException">An amount is too large for the ledger.</exception>
    public static TrafficValue Value(
        IEnumerable<KeywordVisits> visits,
        IEnumerable<KeywordPrice> prices,
        ValuationTerms terms,
        decimal brandFactor = 0m
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(brandFactor);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(brandFactor, 1m);
        var all = visits.ToList();
        all.ForEach(Checks.Demand);

        var priceOf = prices.GroupBy(price => price.Key).ToDictionary(group => group.Key, Lowest);
        var found = new TrafficValue([], [], [], [], all.Where(each => each.IsPaid).Sum(each => each.Visits));
        var (lines, unpriced, brand, heldOut) = (
            new List<ValuedEntry>(),
            new List<TrafficItem>(),
            new List<TrafficItem>(),
            new List<TrafficItem>()
        );
        foreach (
            var month in all.Where(each => !each.IsPaid).GroupBy(each => each.Key).OrderBy(group => group.Key.Unit, StringComparer.Ordinal)
        )
        {
            var counted = month.Sum(each => each.Visits);
            if (!priceOf.TryGetValue(month.Key, out var price))
            {
                unpriced.Add(new(month.Key, counted, null));
                continue;
            }
            var converting = month.Sum(each => each.ConvertingVisits);
            if (converting > 0m)
                heldOut.Add(new(month.Key, converting, price * converting));
            // One match type known as brand makes the term one: the cautious reading.
            var isBrand = month.Any(each => each.IsBrand);
            if (isBrand)
                brand.Add(new(month.Key, counted - converting, price * (counted - converting)));
            lines.AddRange(
                Line(month.Key, Common(month), visits: counted, converting: converting, price, isBrand ? brandFactor : 1m, terms)
            );
        }
        return found with { Lines = lines, Unpriced = unpriced, Brand = brand, HeldOut = heldOut };
    }

    private static IReadOnlyList<ValuedEntry> Line(
        KeywordMonth key,
        Dimensions dimensions,
        decimal visits,
        decimal converting,
        Money price,
        decimal brandFactor,
        ValuationTerms terms
    )
    {
        var inputs = new Inputs
        {
            { "visits", visits },
            { "convertingVisits", converting },
            { "pricePerClick", price.Amount },
            { "brandFactor", brandFactor },
        };
        return StreamEntry.Of(
            new(key.Unit, key.Month, EvidenceGrade.D, price.CurrencyCode, dimensions),
            ValueStream.Traffic,
            ValuationBasis.ReplacementCost,
            key.Unit,
            Method,
            EvidenceGrade.D,
            (visits - converting) * price.Amount * brandFactor,
            inputs,
            terms,
            visits - converting
        );
    }

    // Match types of one term with different dimensions belong to none of them: picking one would depend on the order of arrival.
    private static Dimensions Common(IEnumerable<KeywordVisits> month) =>
        month.Select(each => each.Dimensions).Distinct().ToList() is [var only] ? only : default;

    private static Money Lowest(IEnumerable<KeywordPrice> prices)
    {
        var all = prices.Select(price => price.PerClick).ToList();
        if (all.Any(price => price.CurrencyCode != all[0].CurrencyCode))
            throw new ArgumentException("A keyword month has one currency.", nameof(prices));
        return all.MinBy(price => price.Amount);
    }
}
