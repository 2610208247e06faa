using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Valuation;

/// <summary>A conversion that is split by the credits of its touches is worth what it is worth whole.</summary>
public sealed class CreditedSaleTests
{
    private static readonly DateOnly Day = new(2025, 3, 10);

    [Theory]
    [InlineData("100", "0.33333334,0.33333333,0.33333333", "33.3334,33.3333,33.3333")]
    [InlineData("100", "0.4,0.2,0.4", "40,20,40")]
    [InlineData("0.0001", "0.5,0.5", "0.0001,0")]
    [InlineData("0", "0.5,0.5", "0,0")]
    [InlineData("9999999999999.99", "0.00000001,0.99999999", "100000,9999999899999.99")]
    public void Parts_are_exact_and_sum_to_the_whole(string amount, string shares, string parts)
    {
        var sale = Sale(Number(amount), [.. shares.Split(',').Select(share => Credit(Number(share)))]);

        var lines = SaleValuation.Value(sale, LedgerRates.Same, EvidenceFactors.Default);

        Assert.Equal(parts.Split(',').Select(Number), lines.Select(line => line.ClientAt(line.Share).Amount));
        Assert.Equal(Number(amount), lines.Sum(line => line.ClientAt(line.Share).Amount));
        Assert.Equal(SaleValuation.BookedAmount(sale, LedgerRates.Same), Number(amount));
    }

    [Fact]
    public void The_last_part_is_direct_the_others_assisted_and_what_is_not_attributed_none()
    {
        var sale = Sale(100m, [Credit(0.4m), Credit(0.2m) with { IsAttributed = false }, Credit(0.4m) with { IsLast = true }]);

        var lines = SaleValuation.Value(sale, LedgerRates.Same, EvidenceFactors.Default);

        Assert.Equal([ReturnClass.Assisted, ReturnClass.Direct], lines.Select(line => line.Kind.ReturnClass));
        // Assisted value of grade C counts half in the adjusted total, direct value whole.
        Assert.Equal([20m, 40m], lines.Select(line => line.ClientAt(line.Share).Adjusted));
        Assert.All(lines, line => Assert.Equal((0.4m, true), (line.Share, line.IsClaim)));
    }

    [Fact]
    public void Without_a_counted_touch_it_is_worth_nothing_and_without_a_journey_its_own_channel_has_it_all()
    {
        Assert.Empty(SaleValuation.Value(Sale(100m, []), LedgerRates.Same, EvidenceFactors.Default));
        Assert.Equal(1m, Assert.Single(SaleValuation.Value(Sale(100m, null), LedgerRates.Same, EvidenceFactors.Default)).Share);
    }

    [Fact]
    public void A_full_refund_leaves_nothing_of_any_part()
    {
        var sale = Sale(99.99m, [Credit(0.33333333m), Credit(0.66666667m)]);
        var refund = new RefundFact("r", Day.AddDays(40), new Money(99.99m, "USD"));

        var sold = SaleValuation.Value(sale, LedgerRates.Same, EvidenceFactors.Default);
        var back = RefundValuation.Value(refund, sale, LedgerRates.Same, EvidenceFactors.Default);

        Assert.All(sold.Zip(back), pair => Assert.Equal(0m, pair.First.ClientAt(pair.First.Share).Amount + pair.Second.Client.Amount));
        Assert.Equal(-99.99m, RefundValuation.BookedAmount(refund, sale, LedgerRates.Same));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static SaleCredit Credit(decimal share) =>
        new()
        {
            ChannelId = Guid.CreateVersion7(),
            Share = share,
            IsLast = false,
            IsAttributed = true,
        };

    private static SaleFact Sale(decimal amount, IReadOnlyList<SaleCredit>? credits) =>
        new(
            "A-1",
            ConversionType.Sale,
            Day,
            Quantity: 1m,
            Amount: new Money(amount, "USD"),
            UnitValue: null,
            Margin: null,
            new Dimensions(),
            IsAgencyChannel: true
        )
        {
            Credits = credits,
        };
}
