using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using static AgencyRoi.GraphQL.Tests.Execution.TestServer;

namespace AgencyRoi.GraphQL.Tests.Execution;

/// <summary>How often sources are asked, and what runs at the same time.</summary>
public sealed class LevelRunnerTests
{
    private readonly Source source = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_level_of_each_loader_is_one_fetch(bool oneAtATime)
    {
        var answer = await Server(oneAtATime).SendAsync("{ items(count: 20) { a items(count: 3) { a b } b } }");

        Assert.StartsWith("""{"data":{"items":[{"a":"a0","items":[{"a":"a0","b":"b0"},""", answer, StringComparison.Ordinal);
        // The upper level's twenty keys are known when the lower level comes to them.
        Assert.Equal(["a:20", "b:20"], source.Fetches);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_loader_that_needs_another_one_is_fetched_after_it(bool oneAtATime)
    {
        var answer = await Server(oneAtATime).SendAsync("{ items(count: 5) { aThenB } }");

        Assert.Contains("""{"aThenB":"a4b4"}""", answer, StringComparison.Ordinal);
        Assert.Equal(["a:5", "b:5"], source.Fetches);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_loader_may_load_from_a_loader(bool oneAtATime)
    {
        var answer = await Server(oneAtATime).SendAsync("{ items(count: 5) { nested } }");

        Assert.Contains("""{"nested":"a4!"}""", answer, StringComparison.Ordinal);
        Assert.Equal(["nested:5", "a:5", "slow"], source.Fetches);
    }

    [Fact]
    public async Task One_at_a_time_nothing_overlaps()
    {
        var answer = await Server(oneAtATime: true)
            .SendAsync("{ items(count: 7) { a slow aThenB slowBatch b nested aThenSlow both slowThenA } }");

        Assert.DoesNotContain("errors", answer, StringComparison.Ordinal);
        Assert.Equal(1, source.MostAtOnce);
        Assert.Equal(
            ["a:7", "b:7", "nested:7"],
            source.Fetches.Where(fetch => !fetch.StartsWith("slow", StringComparison.Ordinal)).Order()
        );
    }

    [Fact]
    public async Task Otherwise_the_loads_of_a_level_overlap()
    {
        source.MeetAt = 3;

        var answer = await Server(oneAtATime: false).SendAsync("{ items(count: 1) { a b slowBatch } }");

        Assert.Equal("""{"data":{"items":[{"a":"a0","b":"b0","slowBatch":1}]}}""", answer);
        Assert.Equal(3, source.MostAtOnce);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failed_fetch_is_the_error_of_those_who_loaded(bool oneAtATime)
    {
        source.Failing = "a";

        var answer = await Server(oneAtATime).SendAsync("{ items(count: 2) { a b } }");

        ExpectData(
            """{"items":[{"a":null,"b":"b0"},{"a":null,"b":"b1"}]}""",
            answer,
            """path":["items",1,"a"],"extensions":{"code":"A_FAILED"}"""
        );
    }

    [Fact]
    public async Task Loaders_of_two_operations_share_nothing()
    {
        var server = Server(oneAtATime: true);

        await server.SendAsync("{ items(count: 2) { a } }");
        await server.SendAsync("{ items(count: 2) { a } }");

        Assert.Equal(["a:2", "a:2"], source.Fetches);
    }

    private TestServer Server(bool oneAtATime) =>
        new(
            """
            type Query { items(count: Int!): [Item!]! }
            type Item {
              items(count: Int!): [Item!]!
              a: String b: String aThenB: String nested: String slow: Int slowBatch: Int aThenSlow: String slowThenA: String both: String
            }
            """,
            new Dictionary<string, FieldResolver>
            {
                ["Query.items"] = Sync(Items),
                ["Item.items"] = Sync(Items),
                ["Item.a"] = PerParent(async context => await A(context).LoadAsync(Key(context))),
                ["Item.b"] = PerParent(async context => await B(context).LoadAsync(Key(context))),
                ["Item.aThenB"] = PerParent(async context =>
                    await A(context).LoadAsync(Key(context)) + await B(context).LoadAsync(Key(context))
                ),
                ["Item.both"] = PerParent(async context => string.Concat(await A(context).LoadAsync([Key(context), 0]))),
                ["Item.nested"] = PerParent(async context =>
                    await Loader<List<int>>(context, keys => source.FetchNestedAsync(keys, A(context))).LoadAsync(Key(context))
                ),
                ["Item.slow"] = PerParent(async _ => await source.WorkAsync("slow")),
                ["Item.aThenSlow"] = PerParent(async context => await A(context).LoadAsync(Key(context)) + await source.WorkAsync("slow")),
                ["Item.slowThenA"] = PerParent(async context => await source.WorkAsync("slow") + await A(context).LoadAsync(Key(context))),
                ["Item.slowBatch"] = new FieldResolver.Batch(async context =>
                {
                    await source.WorkAsync("slow");
                    return [.. context.Parents.Select(_ => (object)1)];
                }),
            },
            new ExecutionOptions { LoadsOneAtATime = oneAtATime }
        );

    private FetchLoader<int> A(IFieldContext context) => Loader<int>(context, keys => source.FetchAsync("a", keys));

    private FetchLoader<long> B(IFieldContext context) => Loader<long>(context, keys => source.FetchAsync("b", keys));

    private static int Key(IResolverContext context) => ((Item)context.Parent!).Key;

    private static Item[] Items(IFieldContext context) =>
        [.. Enumerable.Range(0, (int)context.Arguments["count"]!).Select(key => new Item(key))];

    private sealed record Item(int Key);

    /// <summary>Stands for the one connection: counts how many use it at the same time.</summary>
    private sealed class Source
    {
        private readonly TaskCompletionSource allMet = new();
        private int running;

        public List<string> Fetches { get; } = [];

        public int MostAtOnce { get; private set; }

        /// <summary>Works wait until that many run at once.</summary>
        public int MeetAt { get; set; }

        public string? Failing { get; set; }

        public async Task<int> WorkAsync(string name)
        {
            lock (Fetches)
            {
                Fetches.Add(name);
                MostAtOnce = Math.Max(MostAtOnce, ++running);
                if (running == MeetAt)
                    allMet.SetResult();
            }
            if (MeetAt > 0)
                await allMet.Task;
            for (var i = 0; i < 3; i++)
                await Task.Yield();
            lock (Fetches)
                running--;
            return 1;
        }

        public async Task<IReadOnlyDictionary<int, string>> FetchAsync(string name, IReadOnlyList<int> keys)
        {
            await WorkAsync($"{name}:{keys.Count}");
            return name == Failing ? throw new GraphQLException("No.", "A_FAILED") : keys.ToDictionary(key => key, key => $"{name}{key}");
        }

        public async Task<IReadOnlyDictionary<int, string>> FetchNestedAsync(IReadOnlyList<int> keys, FetchLoader<int> inner)
        {
            await WorkAsync($"nested:{keys.Count}");
            var values = await inner.LoadAsync(keys);
            await WorkAsync("slow");
            return keys.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second + "!");
        }
    }
}
