using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Valuation;

namespace AgencyRoi.Records.Sales;

/// <summary>A recorded sale valued again: it says what it said, at the rates, goal values and journey of now.</summary>
internal sealed record ValuedSale
{
    /// <summary>The terms that it is valued by.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>It with these terms: its refunds take back by the same measure.</summary>
    public required SaleFact Fact { get; init; }

    /// <summary>The entries that it comes to.</summary>
    public required IReadOnlyList<ValuedEntry> Lines { get; init; }

    /// <summary>Of the whole, in the client's currency.</summary>
    public required decimal BookedAmount { get; init; }

    /// <summary>Null: it cannot be valued any more, such as by a rate that is gone, and stays as it is posted.</summary>
    public static ValuedSale? Of(Sale sale, SaleJourney? journey, SaleTerms terms, PostingContext context)
    {
        var statement = sale.Statement;
        if (terms.UnitValueOrError(statement, out var unitValue) is not null || (statement.Revenue ?? unitValue) is not { } worth)
            return null;
        if (context.RatesOrError(sale.ClientId, worth.CurrencyCode, sale.OccurredOn, out var rates) is not null)
            return null;
        var attribution = AttributionOf(sale, terms, journey);
        var fact = statement.Fact(attribution, unitValue);
        return new()
        {
            Attribution = attribution,
            Fact = fact,
            Lines = SaleValuation.Value(fact, rates, context.FactorsOn(sale.OccurredOn)),
            BookedAmount = SaleValuation.BookedAmount(fact, rates),
        };
    }

    /// <summary>By the margin that it was recorded with. One that had no touches keeps whether the agency ran its channel then.</summary>
    public static Attribution AttributionOf(Sale sale, SaleTerms terms, SaleJourney? journey) =>
        new(sale.Margin, sale.Journey is null ? sale.IsAttributed : terms.IsAgencyChannel(sale.ChannelId)) { Journey = journey };

    /// <summary>Notes on the sale what it is valued by.</summary>
    public void Note(Sale sale) => sale.Attribute(Attribution, Fact, BookedAmount);
}
