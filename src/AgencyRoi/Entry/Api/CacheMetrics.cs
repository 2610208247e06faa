using System.Diagnostics.Metrics;
using AgencyRoi.Access.Tokens;
using AgencyRoi.GraphQL.Caching;

namespace AgencyRoi.Entry.Api;

/// <summary>How many entries the caches hold, by the cache's name: for the operator, who sees whether one is too small.</summary>
internal sealed class CacheMetrics(IMeterFactory meters) : IHostedService
{
    public const string GaugeName = "agencyroi.cache.entries";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meters
            .Create(DeprecatedUses.MeterName)
            .CreateObservableGauge(GaugeName, Measure, "{entry}", "Entries of the caches of the process.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static IEnumerable<Measurement<int>> Measure() =>
        CacheCounts
            .All.GroupBy(cache => cache.Name)
            .Select(caches => new Measurement<int>(
                caches.Sum(cache => cache.Count),
                new KeyValuePair<string, object?>("cache", caches.Key)
            ));
}
