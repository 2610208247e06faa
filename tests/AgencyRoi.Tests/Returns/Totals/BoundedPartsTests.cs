using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Tests.Returns.Totals;

/// <summary>Parts of a return by channel, campaign or goal: as many as an agency likes, and a list of at most a hundred and two.</summary>
public sealed class BoundedPartsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Channels = BoundedParts.Most + 3;

    private const string Document = """
        query($client: ID!, $period: PeriodInput!) {
          client(id: $client) { roi(period: $period) {
            cost { amount }
            byChannel { channel { id } gatheredCount cost { amount } adjusted { explain { sumOfEntries { entryCount } } } }
          } }
        }
        """;

    [Theory]
    [InlineData(BoundedParts.Most, BoundedParts.Most, 0)]
    [InlineData(BoundedParts.Most + 1, BoundedParts.Most + 1, 0)]
    [InlineData(BoundedParts.Most + 2, BoundedParts.Most + 1, 2)]
    [InlineData(5000, BoundedParts.Most + 1, 4900)]
    public void Parts_beyond_the_bound_are_gathered_and_none_is_lost(int parts, int shown, int gathered)
    {
        var ids = Enumerable.Range(0, parts).Select(_ => Guid.NewGuid()).ToList();

        var bounded = BoundedParts.Of(ids.Select((id, i) => (id, Costing(i))));

        Assert.Equal(shown, bounded.Count);
        Assert.Equal(gathered, bounded[^1].GatheredCount);
        Assert.Equal(ids.Order(), bounded.SelectMany(part => part.Ids).Order());
        // The costliest, in the order in which they were given.
        Assert.Equal(ids[^BoundedParts.Most..], bounded.Take(BoundedParts.Most).Select(part => part.Id!.Value));
    }

    [Fact]
    public void What_belongs_to_none_stands_by_itself_however_little_it_is()
    {
        var parts = Enumerable.Range(1, Channels).Select(i => (Guid.NewGuid(), Costing(i))).Append((NoDimension.Id, Costing(0)));

        var none = Assert.Single(BoundedParts.Of(parts), part => part.Ids.Contains(NoDimension.Id));

        Assert.Equal((1, null), (none.Ids.Count, none.Id));
    }

    [Fact]
    public async Task The_parts_of_very_many_channels_add_up_to_the_return_and_lead_to_their_entries()
    {
        var client = await app.ClientAsync(app.Alpha);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, Channels),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (i, _) =>
                await app.CostAsync(
                    app.Alpha,
                    Bookkeeping.NewCost(client, i + 0.01m, channelId: await app.ChannelAsync(app.Alpha, client, $"Channel {i}"))
                )
        );

        var answer = await app.AskAsync(app.Alpha.StaffToken, Document, new { client, period = Bookkeeping.Period() });

        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        var roi = answer.GetProperty("data").GetProperty("client").GetProperty("roi");
        var parts = roi.List("byChannel");
        var last = parts[^1];
        Assert.Equal(BoundedParts.Most + 1, parts.Length);
        Assert.Equal(roi.Amount("cost"), parts.Sum(part => part.Amount("cost")));
        // The three cheapest.
        Assert.Equal((3L, 6.03m), (last.Long("gatheredCount"), last.Amount("cost")));
        Assert.Equal(3L, last.GetProperty("adjusted").GetProperty("explain").GetProperty("sumOfEntries").Long("entryCount"));
        Assert.All(parts[..^1], part => Assert.Equal(0L, part.Long("gatheredCount")));
    }

    private static FourTotals Costing(decimal cost) =>
        FourTotals.Of([
            new()
            {
                Side = EntrySide.Cost,
                ReturnClass = ReturnClass.Cost,
                Basis = null,
                Amount = cost,
                Adjusted = cost,
                Low = cost,
                High = cost,
            },
        ]);
}
