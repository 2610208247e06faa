using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>Clicks from a network, which come with no keyword.</summary>
/// <param name="NetworkCode">Names the unit, with the month.</param>
/// <param name="PaidSpend">Of the client's own advertising there in the month.</param>
/// <param name="PaidClicks">That it bought; 0 when it bought none.</param>
/// <param name="BenchmarkPrice">Of a click, from a stated source; used only when none was bought.</param>
public sealed record NetworkClicksInput(
    string NetworkCode,
    decimal Clicks,
    decimal ConvertingClicks,
    decimal PaidSpend,
    decimal PaidClicks,
    decimal? BenchmarkPrice
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.Required(nameof(NetworkCode), NetworkCode != ""),
            Checks.NotNegative(nameof(Clicks), Clicks),
            Checks.Within(nameof(ConvertingClicks), ConvertingClicks, nameof(Clicks), Clicks),
            Checks.NotNegative(nameof(PaidSpend), PaidSpend),
            Checks.NotNegative(nameof(PaidClicks), PaidClicks),
            BenchmarkPrice is { } price ? Checks.NotNegative(nameof(BenchmarkPrice), price) : null
        );
}

/// <summary>
/// (Clicks - converting clicks) × what the client pays for a click there, or else a benchmark. One grade below keyword traffic, which is
/// E: nobody knows what these people looked for, so it is an equivalence and stays out of the adjusted total.
/// </summary>
public static class NetworkTraffic
{
    public static readonly ValuationMethod Method = new("network-click-equivalent", 2);

    /// <returns>No line and a memo when there is no price.</returns>
    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, NetworkClicksInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        if ((input.PaidClicks > 0m ? input.PaidSpend / input.PaidClicks : input.BenchmarkPrice) is not { } price)
            return StreamValue.Beside(new Memo(MemoReason.NoVolume, null, fact.CurrencyCode));

        var counted = input.Clicks - input.ConvertingClicks;
        var inputs = new Inputs
        {
            { "clicks", input.Clicks },
            { "convertingClicks", input.ConvertingClicks },
            { "pricePerClick", price },
            { "isOwnPrice", input.PaidClicks > 0m },
        };
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.Traffic,
                ValuationBasis.ReplacementCost,
                $"visit-month:network:{input.NetworkCode}:{StreamEntry.Month(fact.Day)}",
                Method,
                EvidenceGrade.E,
                counted * price,
                inputs,
                terms,
                counted
            )
        );
    }
}
