using AgencyRoi.Metrics.Costs;

namespace AgencyRoi.Metrics.Tests.Costs;

public sealed class RateTableTests
{
    private static readonly Guid Ada = Guid.Parse("00000000-0000-0000-0000-00000000000a");
    private static readonly DateOnly Day = new(2024, 2, 29);

    [Fact]
    public void The_nearest_rate_that_holds_counts_and_none_is_none()
    {
        var table = new RateTable([
            Rate(RateLevel.Default, null, null, 10m, new(2024, 1, 1), null),
            Rate(RateLevel.Role, null, RoleClass.Management, 20m, new(2024, 1, 1), null),
            Rate(RateLevel.Person, Ada, null, 30m, Day, Day.AddDays(1)),
        ]);

        Assert.Equal(30m, table.Find(Ada, RoleClass.Management, Day)?.PerHour.Amount);
        Assert.Equal(20m, table.Find(Ada, RoleClass.Management, Day.AddDays(1))?.PerHour.Amount);
        Assert.Equal(10m, table.Find(Ada, RoleClass.Staff, Day.AddDays(-1))?.PerHour.Amount);
        Assert.Null(table.Find(Ada, RoleClass.Staff, new(2023, 12, 31)));
    }

    [Theory]
    [InlineData("2024-01-01", "2024-02-29", false)]
    [InlineData("2024-01-01", "2024-03-01", true)]
    [InlineData("2024-03-31", null, true)]
    [InlineData("2024-04-01", null, false)]
    public void It_ends_with_the_first_day_after_it(string from, string? to, bool overlaps)
    {
        var rate = Rate(RateLevel.Default, null, null, 10m, Day, new(2024, 4, 1));

        Assert.Equal(overlaps, rate.Overlaps(DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to)));
    }

    private static DatedRate Rate(RateLevel level, Guid? person, RoleClass? role, decimal amount, DateOnly from, DateOnly? to) =>
        new(Guid.Empty, level, person, role, from, to, new Money(amount, "USD"));
}
