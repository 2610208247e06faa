namespace AgencyRoi.Metrics.Valuation;

/// <summary>A sale or another conversion, with an amount of its own or with the value of its goal's unit.</summary>
/// <param name="Amount">Of the whole sale; wins over <paramref name="UnitValue"/>.</param>
/// <param name="UnitValue">The goal's value in force on the day, for a conversion without an amount.</param>
/// <param name="Margin">The client's margin as a share; null when none is known, and revenue counts.</param>
/// <param name="IsAgencyChannel">True when the agency runs the sale's channel.</param>
public sealed record SaleFact(
    string ExternalReference,
    ConversionType Type,
    DateOnly OccurredOn,
    decimal Quantity,
    Money? Amount,
    Money? UnitValue,
    decimal? Margin,
    Dimensions Dimensions,
    bool IsAgencyChannel,
    UnitReferences References = default
)
{
    /// <summary>What the client's attribution model makes of its journey. Null: it has none, and belongs to the channel and campaign that it names. Empty: no touch of its journey counts.</summary>
    public IReadOnlyList<SaleCredit>? Credits { get; init; }

    /// <summary>
    /// Brought by the agency's work, or in part: its channel is one the agency runs, or it has a campaign, and with a journey the same of a touch that has
    /// credit. Else it is unattributed and no value.
    /// </summary>
    public bool IsAttributed =>
        Credits is { } credits ? credits.Any(credit => credit.IsAttributed) : IsAgencyChannel || Dimensions.CampaignId is not null;

    public ValueStream Stream => Type is ConversionType.Sale or ConversionType.InStore ? ValueStream.DirectSales : ValueStream.Conversions;

    public ValuationBasis Basis =>
        Amount is null ? ValuationBasis.Stated
        : Margin is null ? ValuationBasis.Revenue
        : ValuationBasis.Margin;

    /// <summary>Those of the unit of value that it claims.</summary>
    public IReadOnlyList<string> Names => ClaimedUnit.OfSale(this);
}

/// <summary>
/// Value = amount x margin, or the amount where no margin is known, or quantity x the goal's value where there is no amount. Grade C:
/// the last touch alone. A conversion with a journey is split by its credits: the last touch that has credit is direct, those before it assisted.
/// </summary>
public static class SaleValuation
{
    public static readonly ValuationMethod Method = new("attributed-sale", 3);

    /// <summary>Of a conversion that is split by the credits of its touches.</summary>
    public static readonly ValuationMethod Credited = new("credited-sale", 1);

    internal const EvidenceGrade Grade = EvidenceGrade.C;

    /// <returns>One line, or one for each credit that is attributed; none when the sale is unattributed.</returns>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    /// <exception cref="ArgumentException">Neither an amount nor a value of the unit.</exception>
    public static IReadOnlyList<ValuedEntry> Value(SaleFact sale, LedgerRates rates, EvidenceFactors factors)
    {
        if (!sale.IsAttributed)
            return [];

        var inputs = new Dictionary<string, string> { ["quantity"] = ExactAmount.Text(sale.Quantity) };
        var amount = Worth(sale, inputs);
        var valued = new ValuedConversion(sale, amount, sale.OccurredOn, sale.Quantity, rates, factors, inputs);
        return sale.Credits is null
            ? [Claiming(valued.Whole(Method), sale)]
            : [.. valued.Claims(Credited).Select(line => Claiming(line, sale))];
    }

    /// <summary>The whole of what it is worth in the client's currency, attributed or not, at the four places of the ledger.</summary>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    /// <exception cref="ArgumentException">Neither an amount nor a value of the unit.</exception>
    public static decimal BookedAmount(SaleFact sale, LedgerRates rates) => LedgerRounding.Of(Worth(sale, []).Amount * rates.Client);

    private static ValuedEntry Claiming(ValuedEntry line, SaleFact sale) => line with { IsClaim = true, UnitNames = sale.Names };

    private static Money Worth(SaleFact sale, Dictionary<string, string> inputs)
    {
        if (sale.Amount is { } amount)
        {
            inputs["amount"] = ExactAmount.Text(amount.Amount);
            return Contribution(sale, amount, inputs);
        }
        var unitValue = sale.UnitValue ?? throw new ArgumentException("A conversion needs an amount or the value of a unit.", nameof(sale));
        inputs["unitValue"] = ExactAmount.Text(unitValue.Amount);
        return unitValue * sale.Quantity;
    }

    internal static Money Contribution(SaleFact sale, Money amount, Dictionary<string, string> inputs)
    {
        if (sale.Margin is not { } margin || sale.Basis != ValuationBasis.Margin)
            return amount;
        inputs["margin"] = ExactAmount.Text(margin);
        return amount * margin;
    }
}
