namespace AgencyRoi.Metrics.Valuation;

/// <summary>The channel, campaign and goal of an amount; null where it belongs to none.</summary>
public readonly record struct Dimensions(Guid? ChannelId = null, Guid? CampaignId = null, Guid? GoalId = null);

/// <summary>The rates of the fact's day: units of the client's and of the agency's currency for one of the original.</summary>
public readonly record struct LedgerRates(decimal Client, decimal Agency)
{
    public static LedgerRates Same { get; } = new(1m, 1m);
}

/// <summary>The method that made an amount, as its entries name it.</summary>
/// <param name="Version">Raised when the same facts would give another amount.</param>
public readonly record struct ValuationMethod(string Name, int Version);

/// <summary>
/// One line that a valuation makes of a fact. Amounts and quantity are those of the whole unit; the ledger posts the share that is granted.
/// </summary>
public sealed record ValuedEntry
{
    public required DateOnly Day { get; init; }

    public required Viewpoint Viewpoint { get; init; }

    public required EntryKind Kind { get; init; }

    public Dimensions Dimensions { get; init; }

    /// <summary>The unit that the amount is for, such as <c>order:A-17</c>: the same unit is never counted above 1.</summary>
    public required string Unit { get; init; }

    /// <summary>
    /// All names of the unit that the line claims, the first of which is <see cref="Unit"/>: claims that share a name are on one unit. Empty where the unit has
    /// that one name alone.
    /// </summary>
    public IReadOnlyList<string> UnitNames { get; init; } = [];

    /// <summary>True when the line competes for its unit with those of other facts; false when it stands by itself.</summary>
    public bool IsClaim { get; init; }

    /// <summary>The share of the unit that is claimed, above 0 and at most 1, eight places; 1 where nothing is claimed.</summary>
    public decimal Share { get; init; } = 1m;

    public decimal Quantity { get; init; }

    public required ValuationMethod Method { get; init; }

    /// <summary>The inputs of the method by name, numbers in the invariant culture: enough to do the sum again.</summary>
    public required IReadOnlyDictionary<string, string> Inputs { get; init; }

    /// <summary>The unrounded amounts; null where a whole was split into parts that are exact at four places.</summary>
    public required UnroundedEntry? Unrounded { get; init; }

    public required decimal OriginalAmount { get; init; }

    public required string OriginalCurrency { get; init; }

    public required LedgerRates Rates { get; init; }

    public required LedgerAmounts Client { get; init; }

    public required LedgerAmounts Agency { get; init; }

    /// <summary>The value of a share of the unit in the client's currency.</summary>
    public LedgerAmounts ClientAt(decimal share) => Unrounded?.Client.At(share) ?? Client.OfRoundedAt(share);
}
