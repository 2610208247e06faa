using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>The value of one referral.</summary>
/// <param name="LifetimeValue">The customer's margin over the stated horizon, without the orders that are counted already.</param>
/// <param name="OnlyBecauseShare">
/// How likely the customer came only because of the referral (type one); the rest would have come anyway (type two). Where nobody
/// measured it, from 0 to 1.
/// </param>
/// <param name="AcquisitionCostSaved">What a customer who would have come anyway costs elsewhere.</param>
/// <param name="Reward">Thanked afterwards, and not entered as a cost.</param>
public sealed record ReferralInput(
    Referral Referral,
    decimal LifetimeValue,
    Estimate OnlyBecauseShare,
    decimal AcquisitionCostSaved,
    decimal Reward
) : IStreamInput
{
    public IEnumerable<InputFault> Faults() =>
        Checks.Of(
            Checks.Required($"{nameof(Referral)}.{nameof(Referral.Customer)}", Referral.Customer != ""),
            Checks.Required($"{nameof(Referral)}.{nameof(Referral.Referrer)}", Referral.Referrer != ""),
            Checks.NotNegative(nameof(LifetimeValue), LifetimeValue),
            Checks.Share(nameof(OnlyBecauseShare), OnlyBecauseShare),
            Checks.NotNegative(nameof(AcquisitionCostSaved), AcquisitionCostSaved),
            Checks.NotNegative(nameof(Reward), Reward)
        );
}

/// <summary>
/// Value of a referral = lifetime value × share that came only because of it + acquisition cost saved × the other share - reward (Kumar,
/// Petersen, Leone: type one and type two). No premium is assumed for referred customers. An incentivised recommendation is no word of
/// mouth, and nobody refers themselves: both are memos. A recommendation without a link or code is reputation, not this.
/// </summary>
public static class WordOfMouth
{
    public static readonly ValuationMethod Method = new("referral-value", 2);

    /// <summary>Values one referral. Parents, cycles and depth need all of them: ask <see cref="ReferralChain"/> first and leave out what it excludes.</summary>
    /// <exception cref="ArgumentException">The input has faults.</exception>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    public static StreamValue Value(StreamFact fact, ReferralInput input, ValuationTerms terms)
    {
        Checks.Demand(input);
        var worth = Worth(input);
        var referral = input.Referral;
        if (referral.IsIncentivised)
            return StreamValue.Beside(new Memo(MemoReason.Incentivised, worth, fact.CurrencyCode));
        if (referral.Customer == referral.Referrer)
            return StreamValue.Beside(new Memo(MemoReason.SelfReferral, worth, fact.CurrencyCode));

        var inputs = new Inputs
        {
            { "lifetimeValue", input.LifetimeValue },
            { "onlyBecauseShare", input.OnlyBecauseShare },
            { "acquisitionCostSaved", input.AcquisitionCostSaved },
            { "reward", input.Reward },
        };
        return StreamValue.Of(
            StreamEntry.Of(
                fact,
                ValueStream.WordOfMouth,
                ValuationBasis.Margin,
                $"contact:{referral.Customer}:{StreamEntry.Month(referral.JoinedOn)}",
                Method,
                EvidenceGrade.B,
                worth,
                inputs,
                terms,
                1m
            )
        );
    }

    // One share moves both parts, in opposite directions: the ends are those of the whole, not of each part.
    private static Estimate Worth(ReferralInput input)
    {
        var difference = input.LifetimeValue - input.AcquisitionCostSaved;
        return input.OnlyBecauseShare * difference + (input.AcquisitionCostSaved - input.Reward);
    }
}
