using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Telemetry;
using Microsoft.Extensions.Configuration;

namespace AgencyRoi.Tests.Platform.Telemetry;

public sealed class TelemetryTests(TelemetryApp app) : IClassFixture<TelemetryApp>
{
    private readonly List<string> requestIds = [];
    private readonly List<string> tenantData = [];

    [Fact(Timeout = 60_000)]
    public async Task Spans_of_two_agencies_name_the_request_and_nothing_of_a_tenant()
    {
        using var captured = new CapturedSpans();
        foreach (var agency in new[] { app.Alpha, app.Beta })
            await WorkAsync(agency);

        var spans = await WhenAllHaveEndedAsync(captured);

        Assert.Superset(
            new HashSet<string> { "graphql query", "graphql mutation", "import", "post", "statement" },
            spans.Select(span => span.DisplayName).ToHashSet()
        );
        Assert.Contains(spans, span => span.DisplayName.StartsWith("load ", StringComparison.Ordinal));
        Assert.All(spans, span => Assert.Contains((string?)span.GetTagItem(ProductSpans.RequestIdTag), requestIds));
        Assert.All(spans, span => Assert.Empty(span.Events));
        var texts = spans.SelectMany(Texts).Distinct().ToList();
        Assert.All(texts, text => Assert.DoesNotContain(tenantData, data => text.Contains(data, StringComparison.OrdinalIgnoreCase)));
        Assert.DoesNotContain(texts, text => text.Contains("select", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Operations_and_rows_of_files_are_counted_by_their_kind()
    {
        var seen = new System.Collections.Concurrent.ConcurrentQueue<(string Name, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, own) =>
            {
                if (instrument.Name.StartsWith("agencyroi.", StringComparison.Ordinal))
                    own.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => seen.Enqueue((instrument.Name, Text(tags))));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => seen.Enqueue((instrument.Name, Text(tags))));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => seen.Enqueue((instrument.Name, Text(tags))));
        listener.Start();

        await WorkAsync(app.Alpha);

        Assert.Contains(("agencyroi.graphql.operation.duration", "graphql.operation.type=query graphql.has_errors=False"), seen);
        Assert.Contains(("agencyroi.import.rows", "import.kind=costs"), seen);
        Assert.Contains(("agencyroi.ledger.entries", ""), seen);
        Assert.Contains(seen, measured => measured.Name == "agencyroi.graphql.load.keys");
        Assert.DoesNotContain(seen, measured => tenantData.Any(data => measured.Tags.Contains(data, StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("Telemetry:Exporter", "jaeger", "none, console or otlp")]
    [InlineData("Telemetry:Endpoint", "collector", "an address such as")]
    public void A_setting_that_cannot_be_used_is_named(string setting, string value, string message)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

        var error = Assert.Throws<SettingException>(() => TelemetrySettings.Read(settings));

        Assert.StartsWith(setting, error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_setting_nothing_is_exported() =>
        Assert.Equal(TelemetryExporter.None, TelemetrySettings.Read(new ConfigurationBuilder().Build()).Exporter);

    /// <summary>A mutation, a file, a read that loads, an error of the caller's, and a query string.</summary>
    private async Task WorkAsync(TestAgency agency)
    {
        var reference = $"ref-{Guid.CreateVersion7():N}";
        var name = $"Bakery {reference}";
        var client = await app.DoAsync(
            agency.StaffToken,
            "clients/CreateClient",
            Clientele.NewClient(name, agency.Tenant.CurrencyCode, reference)
        );
        tenantData.AddRange([agency.Tenant.Identifier, $"{agency.Tenant.Id}", agency.Tenant.Name, client.Text("id"), reference, "73219.5"]);
        using var caller = app.As(agency.StaffToken);
        var file =
            $"client,external_reference,date,category,amount,currency\n{reference},{reference},2025-01-01,AD_SPEND,73219.5,{agency.Tenant.CurrencyCode}\n";
        using (var answer = await caller.PostAsync("/imports/costs", new StringContent(file, Encoding.UTF8, "text/csv"), Stop))
        {
            Note(answer);
            var report = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
            Assert.Equal(1, report.GetProperty("created").GetInt32());
        }
        await SendAsync($"{{ client(id: \"{client.Text("id")}\") {{ name }} }}");
        await SendAsync("{ clients(first: 5) { nodes { name channels(first: 1) { totalCount } purposes { nodes { whatFor } } } } }");
        await SendAsync($"mutation {{ createClient(input: {{ name: \"{name}\" }}) {{ client {{ id }} }} }}");
        await SendAsync(Mutation(reference));
        using var get = await caller.GetAsync($"/graphql?query=%7Bviewer%7Brole%7D%7D&operationName=&extra={reference}", Stop);
        Note(get);

        async Task SendAsync(string query)
        {
            using var answer = await caller.PostAsJsonAsync("/graphql", new { query }, Stop);
            Note(answer);
        }
    }

    private static string Mutation(string reference) =>
        $$"""
            mutation { createClient(input: { name: "Other {{reference}}", industry: FOOD_AND_DRINK, businessModel: B2C, size: SMALL,
              currency: "USD", timeZone: "America/New_York", externalReference: "{{reference}}" }) { client { id } errors { __typename } } }
            """;

    private void Note(HttpResponseMessage answer) => requestIds.Add(answer.Headers.GetValues("X-Request-Id").Single());

    // A request's span ends a moment after its answer has been read.
    private async Task<IReadOnlyList<Activity>> WhenAllHaveEndedAsync(CapturedSpans captured)
    {
        while (true)
        {
            var spans = captured.Of(requestIds);
            var ended = spans.Where(span => span.Kind == ActivityKind.Server).Select(span => span.GetTagItem(ProductSpans.RequestIdTag));
            if (ended.Distinct().Count() == requestIds.Count)
                return spans;
            Stop.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    private static IEnumerable<string> Texts(Activity span) =>
        [
            span.DisplayName,
            span.StatusDescription ?? "",
            span.TraceStateString ?? "",
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
        ];

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
