using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>What holds for every kind: recorded, read back, imported, corrected, retracted, and its effect on the return to the cent.</summary>
public sealed class StreamFactTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    [Theory]
    [MemberData(nameof(StreamSample.Names), MemberType = typeof(StreamSample))]
    public async Task A_fact_counts_in_its_stream_and_reads_back_as_it_was_stated(string kind)
    {
        var sample = StreamSample.Of(kind);
        var client = await app.ClientAsync(app.Alpha, kind);

        var recorded = await app.StreamFactAsync(app.Alpha, sample, client, "F-1");

        var read = (await app.SendAsync(app.Alpha.StaffToken, "stream-facts/StreamFact", new { id = recorded.Text("id") })).GetProperty(
            "node"
        );
        Assert.Equal(recorded.ToString(), read.ToString());
        Assert.Equal(sample.Stream, read.Text("stream"));
        Assert.Equal("USD", read.GetProperty("content").Text("currency"));
        Assert.Equal((sample.Value, sample.Adjusted), await app.StreamAsync(app.Alpha, client, sample.Stream));
    }

    [Theory]
    [MemberData(nameof(StreamSample.Names), MemberType = typeof(StreamSample))]
    public async Task Said_again_nothing_changes_and_said_otherwise_it_is_a_correction(string kind)
    {
        var sample = StreamSample.Of(kind);
        var client = await app.ClientAsync(app.Alpha, kind);
        var first = await app.StreamFactAsync(app.Alpha, sample, client, "F-1");

        var again = await app.StreamFactAsync(app.Alpha, sample, client, "F-1");
        Assert.Equal(first.ToString(), again.ToString());

        var corrected = await app.StreamFactAsync(app.Alpha, sample, client, "F-1", (sample.Change.Field, sample.Change.Json));
        Assert.Equal((first.Text("id"), 2L), (corrected.Text("id"), corrected.Long("revision")));
        Assert.Equal(sample.Corrected, (await app.StreamAsync(app.Alpha, client, sample.Stream)).Value);
    }

    [Theory]
    [MemberData(nameof(StreamSample.Names), MemberType = typeof(StreamSample))]
    public async Task Retracted_it_counts_nothing_and_stated_again_it_counts_as_before(string kind)
    {
        var sample = StreamSample.Of(kind);
        var client = await app.ClientAsync(app.Alpha, kind);
        var fact = await app.StreamFactAsync(app.Alpha, sample, client, "F-1");
        var input = new { id = fact.Text("id"), version = fact.Long("version") };

        var retracted = await app.DoAsync(app.Alpha.StaffToken, "stream-facts/RetractStreamFact", input);

        Assert.NotNull(retracted.Text("retractedAt"));
        Assert.Equal((0m, 0m), await app.StreamAsync(app.Alpha, client, sample.Stream));
        Assert.Equal(["CONFLICT input.version"], await app.RefusalAsync(app.Alpha.StaffToken, "stream-facts/RetractStreamFact", input));
        await app.StreamFactAsync(app.Alpha, sample, client, "F-1");
        Assert.Equal((sample.Value, sample.Adjusted), await app.StreamAsync(app.Alpha, client, sample.Stream));
    }

    [Theory]
    [MemberData(nameof(StreamSample.Names), MemberType = typeof(StreamSample))]
    public async Task A_file_says_the_same_as_the_mutation(string kind)
    {
        var sample = StreamSample.Of(kind);
        var client = await app.ClientAsync(app.Alpha, kind);

        Assert.Equal((1, 0, 0, 0), (await ImportAsync(sample, client, sample.Csv.Row)).Counts());
        Assert.Equal((sample.Value, sample.Adjusted), await app.StreamAsync(app.Alpha, client, sample.Stream));
        Assert.Equal((0, 0, 1, 0), (await ImportAsync(sample, client, sample.Csv.Row)).Counts());
        Assert.Equal((0, 1, 0, 0), (await ImportAsync(sample, client, sample.Change.Csv)).Counts());
        Assert.Equal(sample.Corrected, (await app.StreamAsync(app.Alpha, client, sample.Stream)).Value);
    }

    [Theory]
    [MemberData(nameof(StreamSample.Names), MemberType = typeof(StreamSample))]
    public async Task The_figure_names_the_fact_its_method_and_what_the_method_was_given(string kind)
    {
        var sample = StreamSample.Of(kind);
        var client = await app.ClientAsync(app.Alpha, kind);
        var fact = await app.StreamFactAsync(app.Alpha, sample, client, "F-1");

        var explained = await app.SendAsync(
            app.Alpha.StaffToken,
            "explain-roi/EntriesBehindRoi",
            new { client, period = Bookkeeping.Period() }
        );

        var text = explained.ToString();
        Assert.Contains(sample.Method, text);
        Assert.Contains(fact.Text("id"), text);
    }

    private Task<JsonElement> ImportAsync(StreamSample sample, string client, string row) =>
        app.ImportAsync(
            app.Alpha.StaffToken,
            sample.Import,
            $"client,external_reference,date,currency,{sample.Csv.Header}\n{client},F-1,2025-03-10,USD,{row}\n"
        );
}
