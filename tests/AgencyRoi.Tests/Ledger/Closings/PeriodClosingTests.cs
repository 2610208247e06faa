using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Closings;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Tests.Ledger.Posting;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Closings;

public sealed class PeriodClosingTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task What_comes_after_a_closing_carries_the_next_edition_of_that_month_only()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var cost = Cost(client, "2025-01-10", 100m);
        await world.PostAsync(cost);
        var close = await world.CloseAsync(client, "2025-01");

        await world.PostAsync(Cost(client, "2025-01-10", 130m, cost.SourceId, revision: 2), Cost(client, "2025-02-01", 5m));

        Assert.Equal((0, 2L), (close.Edition, close.LedgerVersion));
        var entries = await world.EntriesAsync(client);
        Assert.Equal([(100m, 0), (-100m, 1), (130m, 1), (5m, 0)], entries.Select(entry => (entry.Client.Amount, entry.Edition)));
        Assert.Equal(135m, (await world.TotalsAsync(client)).Cost);
    }

    [Fact]
    public async Task A_month_can_be_closed_again_and_each_closing_keeps_its_own_bytes()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        await world.PostAsync(Cost(client, "2025-01-10", 100m));
        var first = await world.CloseAsync(client, "2025-01");
        await world.PostAsync(Sale(client, "2025-01-20", 300m));
        var second = await world.CloseAsync(client, "2025-01");
        await world.PostAsync(Sale(client, "2025-01-21", 1m));

        Assert.Equal((0, 1), (first.Edition, second.Edition));
        Assert.DoesNotContain("300.0000", Encoding.UTF8.GetString(first.Document));
        Assert.Contains("300.0000", Encoding.UTF8.GetString(second.Document));
        Assert.Empty(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
    }

    [Fact]
    public async Task The_document_is_canonical()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var channel = Guid.CreateVersion7();
        await world.PostAsync(Sale(client, "2025-01-20", 300.5m, at: new(ChannelId: channel)), Cost(client, "2025-01-10", 100m));

        var close = await world.CloseAsync(client, "2025-01");

        var text = Encoding.UTF8.GetString(close.Document);
        Assert.StartsWith(
            $$"""{"agencyCurrency":"USD","agencyId":"{{world.Agency.Id}}","clientCurrency":"EUR","clientId":"{{client}}","edition":0,"format":3,"ledgerVersion":2,"month":"2025-01","sums":[{"adjusted":"300.5000","agencyAdjusted":"375.6250",""",
            text
        );
        Assert.Contains($"\"campaignId\":null,\"channelId\":\"{channel}\",\"entries\":1,\"goalId\":null", text);
        using var json = JsonDocument.Parse(close.Document);
        Assert.All(Objects(json.RootElement), keys => Assert.Equal(keys.Order(StringComparer.Ordinal), keys));
        Assert.Equal(SHA256.HashData(close.Document), close.Sha256);
    }

    [Fact]
    public async Task The_same_sums_give_the_same_bytes_in_any_order()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var facts = Enumerable.Range(1, 20).Select(number => Sale(client, "2025-01-20", number, at: new(Guid.NewGuid()))).ToArray();
        await world.PostAsync(facts);
        var close = await world.CloseAsync(client, "2025-01");
        var sums = await world.ReadAsync(session => SumsAsync(session, client));

        Random.Shared.Shuffle(sums);

        Assert.Equal(close.Document, ClosingDocument.Write(close.Header, sums));
    }

    [Fact]
    public async Task An_empty_month_can_be_closed()
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();

        var close = await world.CloseAsync(client, "2024-02");

        Assert.EndsWith("\"sums\":[]}", Encoding.UTF8.GetString(close.Document));
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.CloseAsync(new(Guid.CreateVersion7()), "2024-02"));
    }

    private static async Task<ClosedSum[]> SumsAsync(DatabaseSession session, ClientId client)
    {
        await using var command = session
            .Command(EmbeddedSql.Read("Ledger.Closings.closing_sums.sql"))
            .With(session.TenantId, client, Day("2025-01-01"), Day("2025-02-01"), 0);
        await using var reader = await command.ExecuteReaderAsync();
        var sums = new List<ClosedSum>();
        while (await reader.ReadAsync())
            sums.Add(PeriodClosing.ReadSum(reader, 0));
        return [.. sums];
    }

    private static IEnumerable<List<string>> Objects(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(property => Objects(property.Value))
                .Prepend([.. element.EnumerateObject().Select(property => property.Name)]),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            _ => [],
        };
}
