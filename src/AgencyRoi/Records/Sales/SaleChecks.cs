using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Sales;

internal static class SaleChecks
{
    /// <summary>What holds for a sale however it is written.</summary>
    public static void Apply(FactChecks checks, SaleStatement sale)
    {
        if (sale.Amount is { } amount)
        {
            checks.Amount(amount, "amount");
            checks.Payable(amount, sale.Currency, "amount");
        }
        checks.Currency(sale.Currency);
        checks.Require((sale.Amount is null) == (sale.Currency is null), "currency", "An amount and its currency are given together.");
        checks.Compare(
            sale.Amount is not null || sale.Type is not (ConversionType.Sale or ConversionType.InStore),
            "amount",
            "currency",
            "A sale has an amount."
        );
        checks.Compare(
            sale.Amount is not null || sale.GoalId is not null,
            "amount",
            "currency",
            "A conversion has an amount, or a goal whose value it takes."
        );
        checks.Quantity(sale.Quantity, "quantity");
        checks.Require(
            sale.Quantity != 0 || sale.Amount is null or 0,
            "quantity",
            "No conversion has no amount: give the quantity, or leave the amount out."
        );
        checks.Happened(sale.OccurredOn, "occurredOn");
        checks.Key(sale.ContactReference, "contactReference");
        checks.Key(sale.LeadReference, "leadReference");
        checks.Key(sale.OrderReference, "orderReference");
        checks.Text(sale.Description, "description", longest: 2000);
        checks.OwnKey(sale.ExternalReference);
    }
}
