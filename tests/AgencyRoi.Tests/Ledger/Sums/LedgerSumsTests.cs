using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics;
using AgencyRoi.Platform;
using AgencyRoi.Tests.Ledger.Posting;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Sums;

public sealed class LedgerSumsTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private static readonly Guid Channel = Guid.CreateVersion7();

    [Theory]
    [InlineData("2025-01-01", "2025-04-01", "111")]
    [InlineData("2025-01-15", "2025-03-01", "11")]
    [InlineData("2025-01-16", "2025-03-31", "10")]
    [InlineData("2025-01-16", "2025-04-01", "110")]
    [InlineData("2025-01-15", "2025-01-16", "1")]
    [InlineData("2025-02-01", "2025-03-01", "10")]
    [InlineData("2025-04-01", "2026-04-01", "0")]
    public async Task A_period_is_summed_from_whole_months_and_the_days_around_them(string from, string to, string cost)
    {
        var (world, clients) = await PostedAsync();
        var scope = new SumScope([clients[0]], new(Day(from), Day(to)));

        var sums = await world.ReadAsync(session => LedgerSums.OfAsync(session, scope, default));

        Assert.Equal(decimal.Parse(cost, null), FourTotals.Of(sums.Select(sum => sum.InClientCurrency)).Cost);
    }

    [Theory]
    [InlineData("2023-01-01", "2026-01-01")]
    [InlineData("2023-12-01", "2024-02-01")]
    [InlineData("2023-11-15", "2025-03-02")]
    [InlineData("2024-01-01", "2025-01-01")]
    [InlineData("2024-03-01", "2024-04-01")]
    [InlineData("2024-02-01", "2025-02-01")]
    [InlineData("2025-06-01", "2025-09-01")]
    [InlineData("2022-01-01", "2023-01-01")]
    public async Task Whole_months_are_years_to_date_less_what_came_before(string from, string to)
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var days = new DateRange(Day(from), Day(to));
        // Each amount is a digit of the sum; later months are posted first, and one entry comes into the middle of what stands.
        (string Day, decimal Amount)[] costs =
        [
            ("2025-12-31", 1m),
            ("2025-02-01", 10m),
            ("2024-02-29", 100m),
            ("2024-01-01", 1_000m),
            ("2023-12-31", 10_000m),
            ("2024-03-31", 100_000m),
        ];
        foreach (var (day, amount) in costs)
            await world.PostAsync(Cost(client, day, amount));

        var sums = await world.ReadAsync(session => LedgerSums.OfAsync(session, new([client], days), default));

        var expected = costs.Where(cost => days.Contains(Day(cost.Day))).ToList();
        Assert.Equal(expected.Sum(cost => cost.Amount), FourTotals.Of(sums.Select(sum => sum.InClientCurrency)).Cost);
        Assert.Equal(expected.Count, sums.Sum(sum => sum.Sums.Entries));
        Assert.Equal(expected.Count > 0 ? 1 : 0, sums.Count);
    }

    [Fact]
    public async Task Many_clients_are_summed_at_once_in_the_agencys_currency()
    {
        var (world, clients) = await PostedAsync();

        var sums = await world.ReadAsync(session => LedgerSums.OfAsync(session, Always(clients), default));

        Assert.Equal(
            [(clients[0], 138.75m), (clients[1], 1_250m)],
            sums.Where(sum => sum.Kind.Side == EntrySide.Cost)
                .OrderBy(sum => sum.ClientId)
                .Select(sum => (sum.ClientId, sum.InAgencyCurrency.Amount))
        );
    }

    [Theory]
    [InlineData(TimeInterval.Day, "2025-01-15=1 2025-02-10=10 2025-03-31=100")]
    [InlineData(TimeInterval.Week, "2025-01-13=1 2025-02-10=10 2025-03-31=100")]
    [InlineData(TimeInterval.Month, "2025-01-10=1 2025-02-01=10 2025-03-01=100")]
    [InlineData(TimeInterval.Quarter, "2025-01-10=111")]
    public async Task Buckets_start_with_the_calendar_or_with_the_period(TimeInterval interval, string expected)
    {
        var (world, clients) = await PostedAsync();
        var scope = new SumScope([clients[0]], new(Day("2025-01-10"), Day("2025-04-05")));

        var sums = await world.ReadAsync(session => LedgerSums.OverTimeAsync(session, scope, interval, default));

        var costs = sums.Where(sum => sum.Kind.Side == EntrySide.Cost).OrderBy(sum => sum.BucketStart);
        Assert.Equal(
            expected,
            string.Join(' ', costs.Select(sum => FormattableString.Invariant($"{sum.BucketStart:yyyy-MM-dd}={sum.Sums.Client.Amount:0}")))
        );
        Assert.All(
            sums,
            sum => Assert.Contains(sum.BucketStart!.Value, IntervalBuckets.Of(scope.Period, interval).Select(bucket => bucket.From))
        );
    }

    [Fact]
    public async Task What_belongs_to_no_channel_has_a_row_of_its_own()
    {
        var (world, clients) = await PostedAsync();

        var sums = await world.ReadAsync(session => LedgerSums.ByAsync(session, Always(clients[0]), LedgerDimension.Channel, default));

        Assert.Equal(
            [(null, 101m), ((Guid?)Channel, 10m)],
            sums.Where(sum => sum.Kind.Side == EntrySide.Cost)
                .OrderBy(sum => sum.DimensionId)
                .Select(sum => (sum.DimensionId, sum.Sums.Client.Amount))
        );
    }

    [Fact]
    public async Task The_agencys_view_is_another_one()
    {
        var (world, clients) = await PostedAsync();

        var sums = await world.ReadAsync(session =>
            LedgerSums.OfAsync(session, Always(clients) with { Viewpoint = Viewpoint.Agency }, default)
        );

        Assert.Empty(sums);
    }

    [Fact]
    public async Task The_pages_of_the_entries_behind_a_figure_sum_to_it()
    {
        var (world, clients) = await PostedAsync();
        var filter = new EntryFilter(Always(clients)) { Side = EntrySide.Cost, ChannelIds = [Guid.Empty] };

        var (pages, sum) = await world.ReadAsync(async session =>
        {
            var read = new List<IReadOnlyList<LedgerEntry>>();
            EntryPlace? after = null;
            do
            {
                read.Add(await LedgerEntries.PageAsync(session, filter, after, 2, default));
                after = read[^1].Count == 2 ? EntryPlace.Of(read[^1][^1]) : null;
            } while (after is not null);
            return (read, await LedgerEntries.SumAsync(session, filter, default));
        });

        Assert.Equal([2, 1], pages.Select(page => page.Count));
        Assert.Equal((3, 1_101m), (sum.Entries, sum.Client.Amount));
        Assert.Equal(sum, EntrySums.Of(pages.SelectMany(page => page)));
    }

    [Fact]
    public async Task A_filter_that_finds_nothing_sums_to_nothing()
    {
        var (world, clients) = await PostedAsync();
        var filter = new EntryFilter(Always(clients))
        {
            ReturnClasses = [ReturnClass.Assisted],
            Codes = ["AD_SPEND"],
            Bases = [ValuationBasis.Margin],
            GoalIds = [Channel],
        };

        Assert.Equal(default, await world.ReadAsync(session => LedgerEntries.SumAsync(session, filter, default)));
    }

    private async Task<(LedgerWorld World, ClientId[] Clients)> PostedAsync()
    {
        var world = await CreateAsync(fixture.Database);
        ClientId[] clients = [await world.AddClientAsync(), await world.AddClientAsync()];
        Array.Sort(clients);
        await world.PostAsync(
            Cost(clients[0], "2025-01-15", 1m),
            Cost(clients[0], "2025-02-10", 10m, at: new(ChannelId: Channel)),
            Cost(clients[0], "2025-03-31", 100m),
            Cost(clients[1], "2025-02-10", 1_000m),
            Sale(clients[0], "2025-02-11", 70m)
        );
        return (world, clients);
    }
}
