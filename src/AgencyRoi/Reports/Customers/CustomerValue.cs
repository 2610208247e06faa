using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Metrics.Valuation;
using Estimate = AgencyRoi.Records.IndirectValue.Estimate;

namespace AgencyRoi.Reports.Customers;

/// <summary>Why a customer's lifetime value is not defined.</summary>
internal enum LifetimeValueUndefinedReason
{
    /// <summary>No sale names a contact who bought for the first time in these days.</summary>
    NoCustomers,

    /// <summary>Fewer than 30 customers: they settle no model.</summary>
    TooFewCustomers,

    /// <summary>Fewer than ten customers bought again: they settle no model.</summary>
    TooFewRepeatCustomers,

    /// <summary>Too many histories that differ for one request: ask for fewer days.</summary>
    TooManyCustomers,

    /// <summary>Their purchases were invoiced in several currencies, of which there is no mean.</summary>
    SeveralCurrencies,

    /// <summary>Of some sales the margin is known and of others not: no mean of the two says something.</summary>
    MixedBasis,

    /// <summary>The purchases do not settle the model's four parameters.</summary>
    ModelNotSettled,
}

/// <summary>The share of a sample with Wilson's interval at 95 %, as it is shown.</summary>
internal static class ShareOfSample
{
    /// <summary>Null for an empty sample.</summary>
    public static Estimate? Of(decimal part, decimal sample) =>
        Wilson.Rate(part, sample) is { } rate ? new(Shown(rate.Amount), Shown(rate.Low), Shown(rate.High)) : null;

    private static decimal Shown(decimal share) => decimal.Round(share, 6, MidpointRounding.AwayFromZero);
}

/// <summary>
/// How many new customers came back, and what a new one is worth. A customer is a contact that sales name; a purchase is all that one bought on one day;
/// customers of the period are those whose first purchase lies in it. The lifetime value is a model's expectation of repeat purchases (BG/NBD, fitted
/// to these customers) × the mean purchase, discounted; it enters no return.
/// </summary>
/// <param name="CustomerCount">Whose first purchase lies in the period: the sample.</param>
/// <param name="EarlierCustomerCount">Who bought in the period too and are left out, since their first purchase lies before it.</param>
/// <param name="SaleWithoutContactCount">Sales of the period that name no contact and are left out.</param>
/// <param name="PurchaseCount">What the customers bought until the period's end.</param>
/// <param name="RepeatCustomerCount">Customers who bought on two days or more.</param>
/// <param name="RepeatRate">Repeat customers ÷ customers, six places, with Wilson's interval at 95 %. Null: there is no customer.</param>
/// <param name="MeanPurchase">Amounts less refunds ÷ purchases; × margin where the margin is known. Null: no purchase, or no one currency or basis.</param>
/// <param name="Basis">What the mean purchase counts: MARGIN or REVENUE. Null where it is.</param>
/// <param name="HorizonMonths">How far the lifetime value looks ahead.</param>
/// <param name="RepeatPurchasesOfNewCustomer">How many more purchases a new customer is expected to make within the horizon, six places.</param>
/// <param name="ComingPurchaseCount">How many purchases these customers together are expected to make within the horizon from the period's end on, six places.</param>
/// <param name="LifetimeValue">Mean purchase × (1 + expected repeat purchases of each month, discounted). Null: undefined.</param>
/// <param name="UndefinedReason">Why there is no lifetime value. Null: there is one.</param>
internal sealed record CustomerValue(
    long CustomerCount,
    long EarlierCustomerCount,
    long SaleWithoutContactCount,
    long PurchaseCount,
    long RepeatCustomerCount,
    Estimate? RepeatRate,
    Money? MeanPurchase,
    ValuationBasis? Basis,
    int HorizonMonths,
    decimal? RepeatPurchasesOfNewCustomer,
    decimal? ComingPurchaseCount,
    Money? LifetimeValue,
    LifetimeValueUndefinedReason? UndefinedReason
)
{
    private const long FewestCustomers = 30;
    private const long FewestRepeating = 10;

    public static CustomerValue Of(CustomerPurchases bought, int horizonMonths, decimal discountRate)
    {
        var mean = bought is { Currency: { } currency, IsMixed: false }
            ? new Money(bought.Worth / bought.Purchases, currency)
            : (Money?)null;
        var reason = TooLittle(bought);
        var model = reason is null ? BetaGeometricFit.Of(bought.Histories!) : null; // known, where nothing is too little or too much
        reason ??= model is null ? LifetimeValueUndefinedReason.ModelNotSettled : null;
        var weeks = horizonMonths * CustomerLifetimeValue.WeeksOfMonth;
        return new(
            CustomerCount: bought.Customers,
            EarlierCustomerCount: bought.Earlier,
            SaleWithoutContactCount: bought.SalesWithoutContact,
            PurchaseCount: bought.Purchases,
            RepeatCustomerCount: bought.Repeating,
            ShareOfSample.Of(bought.Repeating, bought.Customers),
            MeanPurchase: mean?.Rounded(MinorUnits.Of(mean.Value.CurrencyCode)),
            mean is null ? null
                : bought.HasMargin ? ValuationBasis.Margin
                : ValuationBasis.Revenue,
            horizonMonths,
            RepeatPurchasesOfNewCustomer: Shown(model?.ExpectedOfNew(weeks)),
            ComingPurchaseCount: Shown(
                model is null ? null : bought.Histories!.Sum(each => each.Customers * model.Expected(each.History, weeks))
            ),
            LifetimeValue: model is not null && mean is { } purchase
                ? new Money(
                    CustomerLifetimeValue.OfNewBuyer(model, purchase.Amount, horizonMonths, discountRate),
                    purchase.CurrencyCode
                ).Rounded(MinorUnits.Of(purchase.CurrencyCode))
                : null,
            reason
        );
    }

    private static LifetimeValueUndefinedReason? TooLittle(CustomerPurchases bought) =>
        bought switch
        {
            { Customers: 0 } => LifetimeValueUndefinedReason.NoCustomers,
            { Customers: < FewestCustomers } => LifetimeValueUndefinedReason.TooFewCustomers,
            { Repeating: < FewestRepeating } => LifetimeValueUndefinedReason.TooFewRepeatCustomers,
            { Histories: null } => LifetimeValueUndefinedReason.TooManyCustomers,
            { Currency: null } => LifetimeValueUndefinedReason.SeveralCurrencies,
            { IsMixed: true } => LifetimeValueUndefinedReason.MixedBasis,
            _ => null,
        };

    private static decimal? Shown(double? number) =>
        number is { } known ? decimal.Round((decimal)known, 6, MidpointRounding.AwayFromZero) : null;
}
