using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Streams;

/// <summary>The fields that the facts of all value streams share beside their own inputs.</summary>
/// <param name="ExternalReference">Unique among the client's facts of one kind.</param>
/// <param name="Day">The day that the value belongs to.</param>
/// <param name="Grade">What the evidence given supports. A method may cap it, never raise it.</param>
/// <param name="CurrencyCode">Of every amount of the input.</param>
public sealed record StreamFact(
    string ExternalReference,
    DateOnly Day,
    EvidenceGrade Grade,
    string CurrencyCode,
    Dimensions Dimensions = default
);

/// <summary>The surroundings of a valuation: rates, days, other facts.</summary>
/// <param name="RatesOn">The rates of a currency on a day, since one valuation can hold amounts of several.</param>
/// <param name="FactorsOn">The agency's policy on evidence on a day.</param>
public sealed record ValuationTerms(Func<string, DateOnly, LedgerRates> RatesOn, Func<DateOnly, EvidenceFactors> FactorsOn)
{
    public static ValuationTerms Fixed(LedgerRates rates, EvidenceFactors factors) => new((_, _) => rates, _ => factors);
}

/// <summary>
/// What a stream makes of one fact: lines for the ledger, and memos, which are shown beside the return with their reason and are never
/// part of it.
/// </summary>
public sealed record StreamValue(IReadOnlyList<ValuedEntry> Entries, IReadOnlyList<Memo> Memos)
{
    public static StreamValue Of(params IReadOnlyList<ValuedEntry> lines) => new(lines, []);

    public static StreamValue Beside(params IReadOnlyList<Memo> memos) => new([], memos);
}

/// <summary>A figure outside every return.</summary>
/// <param name="Amount">Null: there is no figure, and the reason says why. That is not the same as nothing.</param>
public sealed record Memo(MemoReason Reason, Estimate? Amount, string CurrencyCode)
{
    /// <summary>The amount of a memo that has one.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public Estimate Figure => Amount ?? throw new InvalidOperationException($"There is no figure: {Reason}.");
}

/// <summary>Why a figure is only a memo.</summary>
public enum MemoReason
{
    /// <summary>Touched by the work, sourced elsewhere: it would be counted twice.</summary>
    Influenced,

    /// <summary>Hours became free, but no money left the house less.</summary>
    CapacityFreed,

    /// <summary>Fewer customers than a rate can be read from: the interval is all there is.</summary>
    TooFewCustomers,

    /// <summary>Fewer than ten customers were lost, or kept, in both groups together: what happened is too little to compare.</summary>
    TooFewEvents,

    /// <summary>Came for a reward: word of mouth that was bought.</summary>
    Incentivised,

    /// <summary>Referred by itself.</summary>
    SelfReferral,

    /// <summary>No part of the chain of referrals: the customer has a parent already, or would be an own ancestor, or is too far from the seeds.</summary>
    OutsideChain,

    /// <summary>The case never got an answer, or ended no better than it began. Of cases that were last valued before such a case could lose value.</summary>
    Unresolved,

    /// <summary>
    /// The case was answered badly or not at all, and nobody knows from the client's own data what such a case takes from a customer's retention: there is
    /// no value, not even zero.
    /// </summary>
    NoRetentionLost,

    /// <summary>A chain's or a distant business's rating, without an elasticity of its own.</summary>
    NoElasticity,

    /// <summary>A link that passes no authority on.</summary>
    NotFollowed,

    /// <summary>A link from a source made for links.</summary>
    Spam,

    /// <summary>The page's traffic is priced already, which holds the same value.</summary>
    TrafficPriced,

    /// <summary>Extreme or unsupported: it counts nothing.</summary>
    Unsupported,

    /// <summary>The saving shows already in a lower cost of the same return.</summary>
    SavedInCost,

    /// <summary>Nothing was bought before or after, so there is no price to compare.</summary>
    NoVolume,

    /// <summary>The price of attention, which is no outcome.</summary>
    Equivalence,

    /// <summary>Visits of people who looked for the name, beyond the share that the agency's policy counts.</summary>
    Brand,
}
