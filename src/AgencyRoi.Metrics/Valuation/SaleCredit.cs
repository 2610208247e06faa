namespace AgencyRoi.Metrics.Valuation;

/// <summary>The part of a conversion that an attribution model gives to the touches of one channel and campaign.</summary>
public sealed record SaleCredit
{
    /// <summary>Null: a touch that no channel brought, such as a typed address.</summary>
    public Guid? ChannelId { get; init; }

    public Guid? CampaignId { get; init; }

    /// <summary>Above 0 and at most 1, eight places. The shares of a conversion sum to 1.</summary>
    public required decimal Share { get; init; }

    /// <summary>True for the last touch that has credit: its value is direct, that of touches before it assisted.</summary>
    public required bool IsLast { get; init; }

    /// <summary>Owed to the agency's work: its channel is one that the agency runs, or it has a campaign. Else it is no value.</summary>
    public required bool IsAttributed { get; init; }
}

/// <summary>The amounts of a conversion split by its credits: exact at four places, and together they are the amounts of the conversion that is not split.</summary>
internal sealed class CreditedParts
{
    private readonly decimal[] originals;
    private readonly decimal[] clients;
    private readonly decimal[] agencies;
    private readonly decimal[] quantities;
    private readonly IReadOnlyList<SaleCredit> credits;

    /// <param name="credits">At least one.</param>
    /// <param name="whole">Of the conversion, or of what is taken back of it.</param>
    public CreditedParts(IReadOnlyList<SaleCredit> credits, UnroundedEntry whole, decimal quantity)
    {
        decimal[] shares = [.. credits.Select(credit => credit.Share)];
        this.credits = credits;
        originals = Split(whole.Original, shares);
        clients = Split(whole.Client.Amount, shares);
        agencies = Split(whole.Agency.Amount, shares);
        quantities = Split(quantity, shares);
    }

    public decimal Quantity(int part) => quantities[part];

    /// <summary>The amounts of one part by themselves.</summary>
    public UnroundedEntry Exact(int part, decimal factor) =>
        new(originals[part], Certain(clients[part], factor), Certain(agencies[part], factor));

    /// <summary>The amounts of a unit of which the part is its share: the share of them, rounded at four places, is the part exactly.</summary>
    public (UnroundedEntry Amounts, decimal Quantity) Unit(int part, decimal factor)
    {
        var share = credits[part].Share;
        var unit = new UnroundedEntry(
            originals[part] / share,
            Certain(clients[part] / share, factor),
            Certain(agencies[part] / share, factor)
        );
        return (unit, quantities[part] / share);
    }

    private static UnroundedAmounts Certain(decimal amount, decimal factor) => new(amount, amount, amount, factor);

    private static decimal[] Split(decimal amount, decimal[] shares) =>
        LargestRemainder.Split(LedgerRounding.Of(amount), shares, LedgerAmounts.Places);
}
