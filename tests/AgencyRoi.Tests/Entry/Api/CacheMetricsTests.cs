using System.Diagnostics.Metrics;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.Caching;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Entry.Api;

public sealed class CacheMetricsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Fact]
    public void The_operator_sees_how_many_entries_each_cache_has()
    {
        var cache = new BoundedCache<int, int>("of the test of metrics", maxEntries: 10);
        for (var i = 0; i < 12; i++)
            cache.Add(i, i);
        using var listener = new MeterListener();
        var measured = new Dictionary<object, int>();
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Name == CacheMetrics.GaugeName && instrument.Meter.Scope == app.Services.GetService<IMeterFactory>())
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((_, measurement, tags, _) => measured[tags[0].Value!] = measurement);
        listener.Start();
        listener.RecordObservableInstruments();

        Assert.Equal(10, measured["of the test of metrics"]);
        Assert.Superset(new HashSet<object> { "documents", "plans", "queries" }, measured.Keys.ToHashSet());
    }
}
