using AgencyRoi.GraphQL.Caching;
using Microsoft.Extensions.Caching.Memory;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>
/// What EF keeps of queries: the compiled query and its statement, each by the shape of the query, which a caller chooses by the terms of a filter or
/// an order. EF's own cache holds 1,024 of them; a query of 100 terms takes some hundred KiB.
/// </summary>
internal sealed class QueryCache : ICounted
{
    // How much EF says that a query or a statement is, whatever it holds. A model is a hundred.
    private const int SizeOfOne = 10;

    public static QueryCache Instance { get; } = new();

    private QueryCache() => CacheCounts.Watch(this);

    public MemoryCache Entries { get; } = new(new MemoryCacheOptions { SizeLimit = MostEntries * SizeOfOne });

    public string Name => "queries";

    public int Count => Entries.Count;

    public int Bound => MostEntries;

    private const int MostEntries = 600;
}
