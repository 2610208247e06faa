using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.Tests.Api;

/// <summary>
/// The shape of a query is for the caller to choose, by the terms of a filter, in the document or in a variable; and much is kept by shape. Short in the
/// suite, whole with QUERY_SHAPES=2000.
/// </summary>
public sealed class QueryShapesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Terms = 100;
    private const int InSuite = 20;
    private const long MostGrowth = 10 * 1024 * 1024;

    private static readonly int Shapes = Environment.GetEnvironmentVariable("QUERY_SHAPES") is { } asked
        ? int.Parse(asked, CultureInfo.InvariantCulture)
        : InSuite;

    private static bool IsWhole => Shapes > InSuite;

    [Fact]
    public async Task New_shapes_leave_each_cache_within_its_bound_and_the_memory_where_it_was()
    {
        using var caller = app.As(app.Alpha.OwnerToken);
        var atHalf = 0L;
        for (var shape = 1; shape <= Shapes; shape++)
        {
            await SendAsync(caller, shape);
            Assert.All(CacheCounts.All, cache => Assert.True(cache.Count <= cache.Bound, $"{cache.Name}: {cache.Count} of {cache.Bound}"));
            if (shape == Shapes / 2)
                atHalf = Memory();
            if (shape % (Shapes / 10) == 0)
                Tell($"{shape} shapes: {Memory() >> 10} KiB");
        }
        var atEnd = Memory();

        Tell($"half {atHalf >> 10} KiB, end {atEnd >> 10} KiB\n{Counts()}");
        // In the suite other tests have the same memory.
        Assert.True(!IsWhole || atEnd - atHalf <= MostGrowth, $"{atHalf} bytes at half, {atEnd} at the end");
    }

    private static async Task SendAsync(HttpClient caller, int shape)
    {
        const string fields = "{ nodes { id name } }";
        object body =
            shape % 2 == 0
                ? new
                {
                    query = $"{{ clients(first: 5, where: {{ or: [{string.Join(' ', Comparisons(shape).Select(InText))}] }}) {fields} }}",
                }
                : new
                {
                    query = $"query($where: ClientFilterInput) {{ clients(first: 5, where: $where) {fields} }}",
                    variables = new { where = new { or = Comparisons(shape).Select(InVariable) } },
                };
        using var answer = await caller.PostAsJsonAsync("/graphql", body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(
            JsonDocument.Parse(text).RootElement.TryGetProperty("data", out _) && !text.Contains("errors", StringComparison.Ordinal),
            text
        );
    }

    private static string InText((string Operator, string Value) comparison) =>
        $"{{ name: {{ {comparison.Operator}: \"{comparison.Value}\" }} }}";

    private static object InVariable((string Operator, string Value) comparison) =>
        new { name = new Dictionary<string, string> { [comparison.Operator] = comparison.Value } };

    /// <summary>The digits of the shape's number are its first operators.</summary>
    private static IEnumerable<(string Operator, string Value)> Comparisons(int shape) =>
        Enumerable
            .Range(0, Terms)
            .Select(i => (i < 31 && (shape >> i & 1) == 1 ? "contains" : "startsWith", i.ToString(CultureInfo.InvariantCulture)));

    private static long Memory()
    {
        // What a compaction of EF's cache lets go, goes with the next collection.
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static string Counts()
    {
        var table = new StringBuilder("| cache | most entries in one | bound of one |\n|---|---|---|\n");
        foreach (
            var caches in CacheCounts
                .All.Where(cache => cache.Count > 0)
                .GroupBy(cache => (cache.Name, cache.Bound))
                .OrderBy(caches => caches.Key)
        )
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {caches.Key.Name} | {caches.Max(cache => cache.Count)} | {caches.Key.Bound} |"
            );
        return table.ToString();
    }

    private static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);
}
