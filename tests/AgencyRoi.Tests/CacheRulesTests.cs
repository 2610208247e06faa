using System.Text.RegularExpressions;

namespace AgencyRoi.Tests;

/// <summary>Nothing that callers fill grows without end: what outlives a request is in a bounded cache, or says here why it is bounded anyhow.</summary>
public sealed partial class CacheRulesTests
{
    private static readonly Dictionary<string, string> BoundedBy = new()
    {
        ["AgencyRoi.GraphQL/Caching/BoundedCache.cs"] = "It is the bound.",
        ["AgencyRoi.GraphQL/Caching/CacheCounts.cs"] = "A weak entry for each cache, dropped some time after the cache.",
        ["AgencyRoi/Ledger/Entries/EntryKindCode.cs"] = "An entry for each kind of entry; what is none is not kept.",
        ["AgencyRoi/Records/Completeness/CostKnowledge.cs"] = "An empty set that stays empty.",
        ["AgencyRoi.GraphQL/Binding/Data/SelectionExtensions.cs"] =
            "An entry goes with its selection, and that with its plan; plans and documents are bounded.",
        ["AgencyRoi.GraphQL/Binding/Paging/KeysetKey.cs"] = "An entry for each property in the code.",
        ["AgencyRoi.GraphQL/DataLoading/DataLoaderScope.cs"] = "Lives for one operation.",
        ["AgencyRoi.GraphQL/Execution/Planning/AbstractTypes.cs"] =
            "An entry for each class in the code that stands for a type of the schema.",
        ["AgencyRoi.GraphQL/Execution/Planning/OutputShape.cs"] = "An entry for each type of the schema.",
        ["AgencyRoi.GraphQL.AspNetCore/SchemaEndpoint.cs"] = "An entry for each schema.",
        ["AgencyRoi.GraphQL.AspNetCore/WebSockets/SocketOperations.cs"] =
            "A socket runs as many operations as WebSockets:MaxOperations says.",
        ["AgencyRoi/Access/Tokens/DeprecatedUses.cs"] =
            "An entry for each token of the last minute and deprecated member of the schema, written and dropped each minute.",
        ["AgencyRoi/Access/Members/MemberUse.cs"] = "An entry for each member of the last minute, written and dropped each minute.",
        ["AgencyRoi/Access/Tokens/TokenUse.cs"] = "An entry for each token of the last minute, written and dropped each minute.",
        ["AgencyRoi/Access/CallerWatch.cs"] = "An entry for each open stream and socket, which are limited for each caller.",
        ["AgencyRoi/Records/JourneySums/JourneyKeeper.cs"] =
            "An entry for each agency that asked here for attribution, and for each client of it whose sums wait: a bound of the database.",
        ["AgencyRoi/Platform/Database/Mapping/QueryCache.cs"] = "It has a size.",
    };

    [Fact]
    public void What_can_grow_has_a_bound_that_is_told()
    {
        var source = Repository.PathOf("src");

        var growing = Directory
            .EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => Growing().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'));

        Assert.Empty(growing.Except(BoundedBy.Keys));
    }

    [GeneratedRegex(
        @"\b(ConcurrentDictionary|ConcurrentBag|ConcurrentQueue|ConditionalWeakTable)<|\bMemoryCache\b|static readonly (Sorted)?(Dictionary|HashSet|List)<[^;]*(= \[\]|= new\(\));"
    )]
    private static partial Regex Growing();
}
