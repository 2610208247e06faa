using AgencyRoi.Metrics.Costs;
using FsCheck;
using FsCheck.Fluent;

namespace AgencyRoi.Metrics.Tests.Costs;

public sealed class AllocationTests
{
    private static readonly IReadOnlyList<AllocationBasis> Usual = Allocation.OrderFrom(AllocationBasis.Hours);

    [Fact]
    public void A_basis_that_is_zero_in_the_period_is_passed_over_and_named()
    {
        AllocationTarget[] clients = [new(Id(1), AgencyFees: -50m), new(Id(2), AgencyFees: 300m), new(Id(3), AgencyFees: 100m)];

        var result = Allocation.Split(100m, clients, Usual, 2);

        Assert.Equal(AllocationBasis.AgencyFees, result.Basis);
        Assert.Equal([AllocationBasis.Hours, AllocationBasis.Spend], result.Empty);
        Assert.Equal([0m, 75m, 25m], result.Parts.Select(part => part.Amount));
    }

    [Theory]
    [InlineData(AllocationBasis.Spend, "Spend AgencyFees Equal")]
    [InlineData(AllocationBasis.ClientRevenue, "ClientRevenue AgencyFees Equal")]
    [InlineData(AllocationBasis.Weights, "Weights")]
    public void A_basis_falls_back_in_a_stated_order(AllocationBasis wanted, string order) =>
        Assert.Equal(order, string.Join(' ', Allocation.OrderFrom(wanted)));

    [Fact]
    public void What_nobody_can_bear_stays_visible()
    {
        var nobody = Allocation.Split(100m, [], Usual, 2);
        var unweighted = Allocation.Split(100m, [new(Id(1))], [AllocationBasis.Weights], 2);
        var part = Allocation.Split(100m, [new(Id(1))], [AllocationBasis.Equal], 2, share: 0.75m);

        Assert.Equal((null, 100m), (nobody.Basis, nobody.Unallocated));
        Assert.Equal((null, 100m), (unweighted.Basis, unweighted.Unallocated));
        Assert.Equal((75m, 25m), (part.Parts[0].Amount, part.Unallocated));
    }

    [Fact]
    public void Bad_targets_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Allocation.Split(1m, [new(Id(1), Hours: -1m)], Usual, 2));
        Assert.Throws<ArgumentException>(() => Allocation.Split(1m, [new(Id(1)), new(Id(1))], Usual, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Allocation.Split(1m, [], Usual, 2, 1.1m));
    }

    [Fact]
    public void Parts_and_the_rest_are_the_whole_in_any_order_of_targets() =>
        Prop.ForAll<int, byte[], byte>(
                (cents, weights, percent) =>
                {
                    var targets = weights.Select((weight, place) => new AllocationTarget(Id(place), Weight: weight)).ToArray();
                    var share = Math.Min(1m, percent / 200m);
                    AllocationBasis[] order = [AllocationBasis.Weights, AllocationBasis.Equal];
                    var result = Allocation.Split(cents / 100m, targets, order, 2, share);
                    var turned = Allocation.Split(cents / 100m, [.. targets.Reverse()], order, 2, share);
                    return result.Parts.Sum(part => part.Amount) + result.Unallocated == cents / 100m
                        && result.Parts.SequenceEqual(turned.Parts);
                }
            )
            .QuickCheckThrowOnFailure();

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
