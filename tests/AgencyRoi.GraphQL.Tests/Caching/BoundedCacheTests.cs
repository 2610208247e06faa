using AgencyRoi.GraphQL.Caching;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Tests.Execution;

namespace AgencyRoi.GraphQL.Tests.Caching;

public sealed class BoundedCacheTests
{
    [Fact]
    public void It_holds_as_many_as_it_may_and_tells_so()
    {
        var cache = new BoundedCache<int, string>("of a test", maxEntries: 3);

        for (var i = 0; i < 10; i++)
            Assert.Equal($"{i}", cache.GetOrAdd(i, key => $"{key}"));

        Assert.Equal((3, 3), (cache.Count, cache.Bound));
        Assert.Contains(cache, CacheCounts.All);
        Assert.True(cache.TryGet(9, out _));
        Assert.False(cache.TryGet(0, out _));
    }

    [Fact]
    public void What_is_there_is_not_made_again()
    {
        var cache = new BoundedCache<int, object>("of a test", maxEntries: 3);
        var first = cache.GetOrAdd(1, _ => new object());

        Assert.Same(first, cache.GetOrAdd(1, _ => throw new InvalidOperationException("made again")));
        Assert.False(cache.Add(1, new object()));
    }

    [Fact]
    public void A_value_is_replaced_and_removed()
    {
        var cache = new BoundedCache<int, string>("of a test", maxEntries: 3);

        for (var i = 0; i < 100; i++)
        {
            cache.Set(i % 4, $"{i}");
            Assert.True(cache.TryGet(i % 4, out var set) && set == $"{i}");
            Assert.InRange(cache.Count, 1, 3);
        }
        cache.Remove(3);

        Assert.False(cache.TryGet(3, out _));
        Assert.Equal("new", cache.GetOrAdd(3, _ => "new"));
        Assert.InRange(cache.Count, 1, 3);
    }

    [Fact]
    public void Its_weight_is_bounded_too()
    {
        var cache = new BoundedCache<int, string>("of a test", maxEntries: 10, maxWeight: 100);

        for (var i = 0; i < 10; i++)
            Assert.True(cache.Add(i, "", entryWeight: 30));

        Assert.False(cache.Add(10, "", entryWeight: 101));
        Assert.Equal(3, cache.Count);
    }

    [Fact]
    public void An_entry_in_use_outlives_a_flood_of_new_ones()
    {
        var cache = new BoundedCache<int, string>("of a test", maxEntries: 10);
        cache.Add(-1, "");

        for (var i = 0; i < 1000; i++)
        {
            Assert.True(cache.TryGet(-1, out _));
            cache.Add(i, "");
        }
    }

    [Fact]
    public void At_no_moment_of_concurrent_use_does_it_hold_more()
    {
        var cache = new BoundedCache<int, int>("of a test", maxEntries: 50);

        Parallel.For(
            0,
            20_000,
            i =>
            {
                Assert.Equal(i % 200, cache.GetOrAdd(i % 200, key => key));
                Assert.InRange(cache.Count, 1, 50);
            }
        );
    }

    [Fact]
    public async Task The_plans_of_a_document_with_many_conditions_are_bounded()
    {
        var server = new TestServer("type Query { a: Int b: Int c: Int d: Int }", options: new ExecutionOptions { CachedPlans = 3 });
        const string document =
            "query($a: Boolean!, $b: Boolean!, $c: Boolean!) { a @include(if: $a) b @include(if: $b) c @include(if: $c) __typename }";

        for (var i = 0; i < 8; i++)
        {
            var variables = $$"""{"a":{{Bit(i, 0)}},"b":{{Bit(i, 1)}},"c":{{Bit(i, 2)}}}""";
            var answer = await server.SendAsync(
                document,
                variables,
                new OperationContext { RootValue = new Dictionary<string, object?>() }
            );
            Assert.Equal(Bit(i, 1) == "true", answer.Contains("\"b\"", StringComparison.Ordinal));
        }

        Assert.All(CacheCounts.All.Where(cache => cache is { Name: "plans", Bound: 3 }), plans => Assert.Equal(3, plans.Count));
        GC.KeepAlive(server);
    }

    private static string Bit(int number, int place) => (number >> place & 1) == 1 ? "true" : "false";
}
