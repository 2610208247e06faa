namespace AgencyRoi.Metrics.Valuation;

/// <summary>A conversion, or money taken back of one, at what it is worth: whole, or split by the credits of its touches.</summary>
internal sealed record ValuedConversion(
    SaleFact Sale,
    Money Worth,
    DateOnly Day,
    decimal Quantity,
    LedgerRates Rates,
    EvidenceFactors Factors,
    IReadOnlyDictionary<string, string> Inputs
)
{
    /// <summary>One line on the sale's own channel and campaign.</summary>
    public ValuedEntry Whole(ValuationMethod method)
    {
        var line = ValueStreams.ReturnClassOf(Sale.Stream, Sale.Basis);
        var amounts = UnroundedEntry.Of(Worth.Amount, Rates, FactorOf(line));
        return Line(line, Sale.Dimensions, amounts, Quantity, method);
    }

    /// <summary>A line for each attributed credit that stands by itself.</summary>
    public IEnumerable<ValuedEntry> Parts(ValuationMethod method) =>
        Credited(method, (parts, place, factor) => (parts.Exact(place, factor), parts.Quantity(place)));

    /// <summary>A line for each attributed credit that claims its share of the unit.</summary>
    public IEnumerable<ValuedEntry> Claims(ValuationMethod method) =>
        Credited(method, (parts, place, factor) => parts.Unit(place, factor))
            .Zip(Attributed, (line, at) => line with { Share = at.Credit.Share });

    private IEnumerable<(int Place, SaleCredit Credit)> Attributed => Sale.Credits!.Index().Where(at => at.Item.IsAttributed); // called with credits alone

    private IEnumerable<ValuedEntry> Credited(
        ValuationMethod method,
        Func<CreditedParts, int, decimal, (UnroundedEntry Amounts, decimal Quantity)> amounts
    )
    {
        var parts = new CreditedParts(Sale.Credits!, UnroundedEntry.Of(Worth.Amount, Rates, factor: 1m), Quantity);
        foreach (var (place, credit) in Attributed)
        {
            var line = credit.IsLast ? ValueStreams.ReturnClassOf(Sale.Stream, Sale.Basis) : ReturnClass.Assisted;
            var dimensions = new Dimensions(credit.ChannelId, credit.CampaignId, Sale.Dimensions.GoalId);
            var (unrounded, quantity) = amounts(parts, place, FactorOf(line));
            var inputs = new Dictionary<string, string>(Inputs) { ["credit"] = ExactAmount.Text(credit.Share) };
            yield return Line(line, dimensions, unrounded, quantity, method) with
            {
                Inputs = inputs,
            };
        }
    }

    private decimal FactorOf(ReturnClass line) => Factors.Of(line, SaleValuation.Grade);

    private ValuedEntry Line(ReturnClass line, Dimensions dimensions, UnroundedEntry amounts, decimal quantity, ValuationMethod method) =>
        new()
        {
            Day = Day,
            Viewpoint = Viewpoint.Client,
            Kind = EntryKind.Value(line, Sale.Stream, SaleValuation.Grade, Sale.Basis),
            Dimensions = dimensions,
            Unit = Sale.Names[0],
            Quantity = quantity,
            Method = method,
            Inputs = Inputs,
            Unrounded = amounts,
            OriginalAmount = LedgerRounding.Of(amounts.Original),
            OriginalCurrency = Worth.CurrencyCode,
            Rates = Rates,
            Client = amounts.Client.At(1m),
            Agency = amounts.Agency.At(1m),
        };
}
