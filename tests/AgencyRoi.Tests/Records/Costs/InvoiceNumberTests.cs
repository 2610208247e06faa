using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Records.Costs;

/// <summary>A cost says by which of the supplier's invoices it was paid.</summary>
public sealed class InvoiceNumberTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Record =
        "mutation($input: RecordCostInput!) { it: recordCost(input: $input) { cost { id version revision invoiceNumber } errors { ... on Error { code path } } } }";

    private const string Correct =
        "mutation($input: CorrectCostInput!) { it: correctCost(input: $input) { cost { id version revision invoiceNumber } errors { ... on Error { code path } } } }";

    [Fact]
    public async Task It_is_recorded_corrected_and_removed()
    {
        var client = await app.ClientAsync(app.Alpha);

        var recorded = await CostAsync(Record, New(client, "2025-0017"));
        var corrected = await CostAsync(Correct, Change(recorded, "2025-0018"));
        var removed = await CostAsync(Correct, Change(corrected, null));

        Assert.Equal(["2025-0017", "2025-0018", null], new[] { recorded, corrected, removed }.Select(cost => cost.Text("invoiceNumber")));
        Assert.Equal([1L, 2L, 3L], new[] { recorded, corrected, removed }.Select(cost => cost.Long("revision")));
    }

    [Fact]
    public async Task A_number_of_more_than_100_characters_is_refused_at_its_field()
    {
        var client = await app.ClientAsync(app.Alpha);

        var answer = await app.AskAsync(app.Alpha.StaffToken, Record, new { input = New(client, new string('9', 101)) });

        var error = Assert.Single(answer.GetProperty("data").GetProperty("it").GetProperty("errors").EnumerateArray());
        Assert.Equal("BAD_INPUT input.invoiceNumber", $"{error.Text("code")} {string.Join('.', error.List("path"))}");
    }

    [Fact]
    public async Task A_file_brings_it_and_another_number_is_a_correction()
    {
        await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient("Billed", externalReference: "billed"));
        const string head = "client,external_reference,date,category,amount,currency,invoice_number\n";

        var first = await app.ImportAsync(app.Alpha.StaffToken, "costs", head + "billed,a,2025-03-10,CONTENT,10,USD,A-1\n");
        var again = await app.ImportAsync(app.Alpha.StaffToken, "costs", head + "billed,a,2025-03-10,CONTENT,10,USD,A-1\n");
        var other = await app.ImportAsync(app.Alpha.StaffToken, "costs", head + "billed,a,2025-03-10,CONTENT,10,USD,A-2\n");

        Assert.Equal([(1, 0, 0, 0), (0, 0, 1, 0), (0, 1, 0, 0)], new[] { first, again, other }.Select(report => report.Counts()));
    }

    private async Task<JsonElement> CostAsync(string mutation, object input)
    {
        var answer = await app.AskAsync(app.Alpha.StaffToken, mutation, new { input });
        return answer.GetProperty("data").GetProperty("it").GetProperty("cost");
    }

    private static object New(string clientId, string invoiceNumber) =>
        new
        {
            clientId,
            category = "CONTENT",
            occurredOn = "2025-03-10",
            amount = 10m,
            currency = "USD",
            paidBy = "CLIENT",
            invoiceNumber,
        };

    private static object Change(JsonElement cost, string? invoiceNumber) =>
        new
        {
            id = cost.Text("id"),
            version = cost.Long("version"),
            invoiceNumber,
        };
}
