namespace AgencyRoi.Metrics.TwoSidedValue;

/// <summary>Why the value of both sides has no split.</summary>
public enum ConsumerShareUndefinedReason
{
    /// <summary>Nobody recorded a benefit to consumers.</summary>
    NoBenefits,

    /// <summary>The company's value is not above its cost: there is nothing on its side to share.</summary>
    NoCompanyNet,
}

/// <summary>The consumers' part of the value that consumers and company have together: a part, or the reason why there is none.</summary>
/// <param name="Value">Six places. Null: it is not defined.</param>
public readonly record struct ConsumerShare(decimal? Value, ConsumerShareUndefinedReason? Reason)
{
    private const int Places = 6;

    /// <summary>Worth / (worth + net). The worth is before the consumers' cost, which is seldom measured; the net is after all of the company's.</summary>
    public static ConsumerShare Of(ConsumerSums consumers, decimal companyNet) =>
        consumers.Benefits == 0 ? new(null, ConsumerShareUndefinedReason.NoBenefits)
        : companyNet <= 0m ? new(null, ConsumerShareUndefinedReason.NoCompanyNet)
        : new(decimal.Round(consumers.Worth / (consumers.Worth + companyNet), Places, MidpointRounding.AwayFromZero), null);
}
