using AgencyRoi.Metrics.Costs;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests.Costs;

public sealed class SubscriptionTests
{
    [Fact]
    public void Both_ends_of_the_term_are_days_of_it()
    {
        var week = new Subscription(70m, Day("2024-02-26"), Day("2024-03-03"));

        Assert.Equal(40m, week.Within(DateRange.Month(2024, 2)));
        Assert.Equal(30m, week.Within(DateRange.Month(2024, 3)));
        Assert.Equal(0m, week.Within(DateRange.Month(2024, 4)));
        Assert.Equal(5m, new Subscription(5m, Day("2024-02-29"), Day("2024-02-29")).Within(DateRange.Month(2024, 2)));
    }

    [Fact]
    public void Even_months_bear_the_same_whatever_their_days()
    {
        var year = new Subscription(1_200m, Day("2024-01-01"), Day("2024-12-31"), Proration.EvenMonths);

        Assert.Equal(100m, year.Within(DateRange.Month(2024, 2)));
        Assert.Equal(50m, year.Within(new(Day("2024-04-01"), Day("2024-04-16"))));
        Assert.Equal(Enumerable.Repeat(100m, 12), year.ByMonth(2).Select(part => part.Amount));
    }

    [Fact]
    public void A_term_that_ends_before_it_starts_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Subscription(1m, Day("2024-01-02"), Day("2024-01-01")));

    [Fact]
    public void Months_sum_to_the_price_to_the_cent() =>
        Prop.ForAll<ushort, ushort, bool>(
                (cents, length, isByDay) =>
                {
                    var from = Day("2023-11-17");
                    var proration = isByDay ? Proration.ByDay : Proration.EvenMonths;
                    var subscription = new Subscription(cents / 100m, from, from.AddDays(length % 800), proration);
                    var parts = subscription.ByMonth(2);
                    return parts.Sum(part => part.Amount) == cents / 100m
                        && parts.All(part => Math.Abs(subscription.Within(part.Month) - part.Amount) < 0.0100000001m);
                }
            )
            .QuickCheckThrowOnFailure();
}
