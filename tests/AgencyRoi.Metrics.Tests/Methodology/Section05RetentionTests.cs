using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Metrics.Tests.Streams;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Methodology;

public sealed class Section05RetentionTests
{
    private static readonly BetaGeometric Published = new(0.243, 4.414, 0.793, 2.426);

    [Fact]
    public void Lifetime_value_of_the_published_case() =>
        Assert.Equal(67.2640m, CustomerLifetimeValue.WithoutEnd(19.95m - 0.50m - 0.50m, 0.788m, 0.01m), 4);

    [Theory]
    [InlineData("0.6", "1.20")]
    [InlineData("0.7", "1.75")]
    [InlineData("0.8", "2.67")]
    [InlineData("0.9", "4.50")]
    public void Margin_multiples_at_ten_percent(string retention, string multiple) =>
        Assert.Equal(Number(multiple), CustomerLifetimeValue.WithoutEnd(1m, Number(retention), 0.1m), 2);

    [Fact]
    public void Repeat_purchases_at_the_published_estimates()
    {
        Assert.Equal(1.226028, Published.Expected(new(2, 30.43, 38.86), 39), 6);
        Assert.Equal(0.053268, Published.ExpectedOfNew(1), 6);
        Assert.Equal(1.045243, Published.ExpectedOfNew(32), 6);
        Assert.Equal(1.860519, Published.ExpectedOfNew(78), 6);
    }

    [Fact]
    public void Likelihood_of_the_published_estimates_on_the_published_customers()
    {
        Assert.Equal(-9_582.426831, Published.LogLikelihood(PublishedCustomers()), 6);
    }

    [Fact]
    public void The_published_customers_give_the_published_estimates()
    {
        var fitted = BetaGeometricFit.Of(PublishedCustomers())!;

        Assert.Equal((0.243, 4.414), (Math.Round(fitted.R, 3), Math.Round(fitted.Alpha, 3)));
        Assert.Equal((0.793, 2.426), (Math.Round(fitted.A, 3), Math.Round(fitted.B, 3)));
    }

    [Fact]
    public void Customers_who_never_come_back_settle_no_model()
    {
        Assert.Null(BetaGeometricFit.Of([new(new(0, 0, 30), 50)]));
        Assert.Null(BetaGeometricFit.Of([new(new(0, 0, 0), 50)]));
    }

    [Fact]
    public void A_new_buyer_is_worth_the_first_purchase_and_those_that_are_expected()
    {
        // Without interest a year adds what is expected in 52.18 weeks, and nothing is expected of no month.
        Assert.Equal(10m, CustomerLifetimeValue.OfNewBuyer(Published, 10m, 0, 0m));
        Assert.Equal(
            10m * (1m + (decimal)Published.ExpectedOfNew(365.25 / 7)),
            CustomerLifetimeValue.OfNewBuyer(Published, 10m, 12, 0m),
            9
        );
        // One month at 1.01^12 - 1 a year.
        var month = (decimal)Published.ExpectedOfNew(365.25 / 12 / 7);
        Assert.Equal(10m * (1m + month / 1.01m), CustomerLifetimeValue.OfNewBuyer(Published, 10m, 1, 0.12682503m), 8);
    }

    private static List<CustomersAlike> PublishedCustomers() =>
        [
            .. Data.Rows("cdnow-transactions/cdnow_customers_summary.csv")
                .Select(row => new CustomersAlike(new((double)Number(row[1]), (double)Number(row[2]), (double)Number(row[3])), 1)),
        ];

    [Fact]
    public void A_lifetime_without_end_is_refused_and_one_over_a_horizon_is_not()
    {
        Assert.Throws<ArgumentException>(() => CustomerLifetimeValue.WithoutEnd(1m, 1.1m, 0.1m));
        Assert.Equal(3m, CustomerLifetimeValue.Over(3, 1m, 1m, 0m));
        Assert.Equal(CustomerLifetimeValue.WithoutEnd(1m, 0.8m, 0.1m), CustomerLifetimeValue.Over(500, 1m, 0.8m, 0.1m), 12);
    }

    [Fact]
    public void The_interval_comes_through_newcombes_ends()
    {
        var input = new RetentionInput(new(70m, 14m), new(80m, 32m), 10m);

        var value = Given.Single(Retention.Value(Given.Fact(), input, Given.Terms));

        Assert.Equal(140m, value.Amount);
        Assert.InRange(value.Low, 0.05235m * 700m, 0.05245m * 700m);
        Assert.InRange(value.High, 0.33385m * 700m, 0.33395m * 700m);
    }

    [Fact]
    public void Lifetime_values_are_taken_at_the_ends_because_they_are_convex()
    {
        var input = new RetentionInput(new(70m, 14m), new(80m, 32m), 10m, RetentionForm.Lifetime, 0.1m);

        var value = Given.Single(Retention.Value(Given.Fact(), input, Given.Terms));

        Assert.Equal(70m * 10m * (0.8m / 0.3m - 0.6m / 0.5m), value.Amount, 4);
        Assert.True(value.High - value.Amount > value.Amount - value.Low);
    }
}
