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
    /// <summary>Brought by the agency's work: its channel is one the agency runs, or it has a campaign. Else it is unattributed and no value.</summary>
    public bool IsAttributed => IsAgencyChannel || Dimensions.CampaignId is not null;

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
/// the last touch alone.
/// </summary>
public static class SaleValuation
{
    public static readonly ValuationMethod Method = new("attributed-sale", 3);

    internal const EvidenceGrade Grade = EvidenceGrade.C;

    /// <returns>No line when the sale is unattributed.</returns>
    /// <exception cref="OverflowException">The amount is too large for the ledger.</exception>
    /// <exception cref="ArgumentException">Neither an amount nor a value of the unit.</exception>
    public static IReadOnlyList<ValuedEntry> Value(SaleFact sale, LedgerRates rates, EvidenceFactors factors)
    {
        if (!sale.IsAttributed)
            return [];

        var inputs = new Dictionary<string, string> { ["quantity"] = ExactAmount.Text(sale.Quantity) };
        var amount = Worth(sale, inputs);
        var line = Line(sale, amount, sale.OccurredOn, sale.Quantity, rates, factors, inputs);
        return [line with { IsClaim = true, UnitNames = sale.Names, Method = Method }];
    }

    internal static ValuedEntry Line(
        SaleFact sale,
        Money worth,
        DateOnly day,
        decimal quantity,
        LedgerRates rates,
        EvidenceFactors factors,
        Dictionary<string, string> inputs
    )
    {
        var line = ValueStreams.ReturnClassOf(sale.Stream, sale.Basis);
        var unrounded = UnroundedEntry.Of(worth.Amount, rates, factors.Of(line, Grade));
        return new()
        {
            Day = day,
            Viewpoint = Viewpoint.Client,
            Kind = EntryKind.Value(line, sale.Stream, Grade, sale.Basis),
            Dimensions = sale.Dimensions,
            Unit = sale.Names[0],
            Quantity = quantity,
            Method = Method,
            Inputs = inputs,
            Unrounded = unrounded,
            OriginalAmount = LedgerRounding.Of(unrounded.Original),
            OriginalCurrency = worth.CurrencyCode,
            Rates = rates,
            Client = unrounded.Client.At(1m),
            Agency = unrounded.Agency.At(1m),
        };
    }

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
