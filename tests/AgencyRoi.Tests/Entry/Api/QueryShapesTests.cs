using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>
/// The shape of a query is for the caller to choose: by the terms of a filter, the keys of an order and the outcomes of conditions, in the document or in
/// variables. Much is kept by shape. Short in the suite and without the memory, whole with
/// QUERY_SHAPES=2000.
/// </summary>
public sealed class QueryShapesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Terms = 100;
    private const int InSuite = 10;
    private const long MostGrowth = 10 * 1024 * 1024;

    private static readonly string[] Columns =
    [
        "archivedAt",
        "businessModel",
        "createdAt",
        "currency",
        "dataNote",
        "dataOrigin",
        "externalReference",
        "industry",
        "kind",
        "timeZone",
    ];

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
            // In the suite other tests have the same memory, and would wait while it is measured.
            if (!IsWhole)
                continue;
            if (shape == Shapes / 2)
                atHalf = Memory();
            if (shape % (Shapes / 10) == 0)
                Tell($"{shape} shapes: {Memory() >> 10} KiB");
        }
        if (IsWhole)
            AssertSteady(atHalf, Memory());
    }

    private static void AssertSteady(long atHalf, long atEnd)
    {
        Tell($"half {atHalf >> 10} KiB, end {atEnd >> 10} KiB\n{Counts()}");
        Assert.True(atEnd - atHalf <= MostGrowth, $"{atHalf} bytes at half, {atEnd} at the end");
    }

    private static async Task SendAsync(HttpClient caller, int shape)
    {
        using var answer = await caller.PostAsJsonAsync(
            "/graphql",
            shape % 2 == 0 ? InText(shape) : InVariables(shape),
            TestContext.Current.CancellationToken
        );
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(
            JsonDocument.Parse(text).RootElement.TryGetProperty("data", out _) && !text.Contains("errors", StringComparison.Ordinal),
            text
        );
    }

    /// <summary>A document of its own, left under its hash.</summary>
    private static object InText(int shape)
    {
        var order = string.Join(' ', Keys(shape).Select(key => $"{{ {key}: ASC }}"));
        var where = string.Join(' ', Comparisons(shape).Select(term => $"{{ name: {{ {term.Operator}: \"{term.Value}\" }} }}"));
        var query = $"{{ clients(first: 5, order: [{order}], where: {{ or: [{where}] }}) {{ edges {{ cursor node {{ id name }} }} }} }}";
        var sha256Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
        return new { query, extensions = new { persistedQuery = new { version = 1, sha256Hash } } };
    }

    /// <summary>One document, with a plan for each outcome of its conditions.</summary>
    private static object InVariables(int shape)
    {
        var conditions = string.Concat(Columns.Select((_, i) => $", $c{i}: Boolean!"));
        var fields = string.Join(' ', Columns.Select((column, i) => $"{column} @include(if: $c{i})"));
        var variables = new Dictionary<string, object>
        {
            ["where"] = new
            {
                or = Comparisons(shape).Select(term => new { name = new Dictionary<string, string> { [term.Operator] = term.Value } }),
            },
            ["order"] = Keys(shape).Select(key => new Dictionary<string, string> { [key] = "DESC" }),
        };
        for (var i = 0; i < Columns.Length; i++)
            variables[$"c{i}"] = (shape >> i & 1) == 1;
        var query =
            $"query($where: ClientFilterInput, $order: [ClientSortInput!]{conditions}) {{ clients(first: 5, where: $where, order: $order) {{ edges {{ cursor node {{ id {fields} }} }} }} }}";
        return new { query, variables };
    }

    /// <summary>The digits of the shape's number.</summary>
    private static IEnumerable<string> Keys(int shape) => Columns.Where((_, i) => (shape >> i & 1) == 1);

    private static IEnumerable<(string Operator, string Value)> Comparisons(int shape) =>
        Enumerable
            .Range(0, Terms - Keys(shape).Count())
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
