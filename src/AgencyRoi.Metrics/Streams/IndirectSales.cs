using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>How it is known that a channel helped an order.</summary>
public enum AssistOrigin
{
    /// <summary>The customer said so when asked.</summary>
    SelfReport,

    /// <summary>The visits before the order, seen.</summary>
    MultiVisit,
}

/// <summary>An order that a channel helped and another one closed.</summary>
/// <param name="OrderReference">The sale's own external reference, so that the shares of one order never pass 1.</param>
/// <param name="OrderAmount">Of the whole order.</param>
/// <param name="Margin">Null counts revenue.</param>
/// <param name="ReportedShare">The share given for an answer; of a self-report.</param>
/// <param name="Visits">By the channel before the order; of several visits.</param>
/// <param name="AllVisits">By all channels, the closing one included.</param>
public sealed record IndirectSaleInput(
    string OrderReference,
    decimal OrderAmount,
    decimal? Margin,
    AssistOrigin Origin,
    Estimate? ReportedShare = null,
    decimal Visits = 0m,
    decimal AllVisits = 0m
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of([
            Checks.Required(nameof(OrderReference), OrderReference != ""),
            Checks.NotNegative(nameof(OrderAmount), OrderAmount),
            Checks.Share(nameof(Margin), Margin),
            .. Origin == AssistOrigin.SelfReport ? Reported() : Seen(),
        ]);

    private IEnumerable<InputFault?> Reported() =>
        ReportedShare is { } share ? [Checks.Share(nameof(ReportedShare), share)] : [Checks.Required(nameof(ReportedShare), false)];

    private IEnumerable<InputFault?> Seen() =>
        [Checks.AboveZero(nameof(AllVisits), AllVisits), Checks.Within(nameof(Visits), Visits, nameof(AllVisits), AllVisits)];
}

/// <summary>
/// Value = order × margin × share. The share is the customer's word, or the channel's visits over all visits of the path. The line names
/// the order as its unit, so that what other claims hold is cut from it.
/// </summary>
public static class IndirectSales
{
    public static readonly ValuationMethod Method = new("assisted-order", 2);

    /// <returns>Amounts are those of the whole order, the share is the claim; no line for a share of nothing.</returns>
    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, IndirectSaleInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var isReported = input.Origin == AssistOrigin.SelfReport;
        var given = isReported ? input.ReportedShare!.Value : input.Visits / input.AllVisits;
        var share = decimal.Round(given.Amount, 8, MidpointRounding.ToZero);
        if (share == 0m)
            return StreamValue.Of();

        var inputs = new Inputs
        {
            { "orderAmount", input.OrderAmount },
            { "margin", input.Margin },
            { "share", given },
        };
        inputs["origin"] = EnumCode.Of(input.Origin);
        if (!isReported)
        {
            inputs.Add("visits", input.Visits);
            inputs.Add("allVisits", input.AllVisits);
        }
        // The ledger multiplies by the share it grants, so the bounds of the share become bounds of the whole.
        var whole = input.OrderAmount * (input.Margin ?? 1m);
        var bounded = new Estimate(Math.Min(whole, whole * given.Low / share), whole, Math.Max(whole, whole * given.High / share));
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.IndirectSales,
                StreamEntry.BasisOf(input.Margin),
                $"order:{input.OrderReference}",
                Method,
                isReported ? EvidenceGrade.C : EvidenceGrade.B,
                bounded,
                inputs,
                terms,
                quantity: 1m,
                share: share
            )
        );
    }
}
