using System.Diagnostics.CodeAnalysis;
using AgencyRoi.GraphQL.Caching;
using AgencyRoi.GraphQL.Execution;

namespace AgencyRoi.Entry.Api.ResponseCaching;

/// <summary>An answer, and what <see cref="Platform.Database.WriteCounts"/> said when it was worked out.</summary>
internal sealed record KeptResponse(CachedResponse Response, string WriteCount);

/// <summary>The answers that the process keeps, bounded in bytes. Which of them still hold is not decided here.</summary>
internal sealed class KeptResponses(ResponseCacheSettings settings)
{
    private const int MostEntries = 20_000;
    private const int Overhead = 256;
    private readonly BoundedCache<ResponseKey, KeptResponse> responses = new("responses", MostEntries, Math.Max(1, settings.Bytes));

    public bool IsOn => settings.Bytes > 0;

    public bool TryGet(ResponseKey key, [NotNullWhen(true)] out KeptResponse? response) => responses.TryGet(key, out response);

    public void Remove(ResponseKey key) => responses.Remove(key);

    /// <summary>One answer never takes more than a sixteenth of the room.</summary>
    public void Keep(ResponseKey key, KeptResponse response)
    {
        var weight = response.Response.Body.Length + Overhead;
        if (weight > settings.Bytes / 16)
            return;
        responses.Remove(key);
        responses.Add(key, response, weight);
    }
}
