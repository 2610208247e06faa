using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>
/// Somebody who does one random thing after another. They know what they stated themselves: others may have changed it since, and then its retraction is refused.
/// </summary>
internal sealed class RandomCaller : IDisposable
{
    private const int References = 12;

    private readonly Random random;
    private readonly RandomReport report;
    private readonly RandomFacts facts;
    private readonly HttpClient http;
    private readonly List<Operation> stated = [];
    private readonly List<Handle> handles = [];
    private readonly List<Handle> sales = [];
    private readonly List<Handle> subscriptions = [];
    private readonly List<Handle> touches = [];

    public RandomCaller(AgencyApp app, RandomAgency agency, RandomReport report, int seed)
    {
        this.report = report;
        random = new Random(seed);
        facts = new RandomFacts(random, agency, References);
        http = app.As(agency.Agency.OwnerToken);
    }

    public async Task RunAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await DoAsync(Next());
    }

    public void Dispose() => http.Dispose();

    private Operation Next()
    {
        var turn = random.Next(100);
        return turn switch
        {
            < 5 when sales.Count > 0 => facts.Refund().Of(Pick(sales)),
            < 15 when handles.Count > 0 => TakeBack(Pick(handles)),
            < 22 when stated.Count > 0 => Pick(stated) with { Kind = "resend" },
            < 23 when subscriptions.Count > 0 => facts.Cancellation(Pick(subscriptions)),
            < 25 when touches.Count > 0 => facts.Correction(Pick(touches)),
            < 30 => facts.Terms(),
            < 32 => facts.HouseCost(),
            < 34 => facts.Allocation(),
            < 38 => facts.File(),
            < 40 => facts.Close(),
            < 42 => facts.Restate(preview: false),
            < 43 => facts.Restate(preview: true),
            _ => facts.Any(),
        };
    }

    private static Operation TakeBack(Handle handle) => new("retraction", handle.Retraction, handle.Input);

    private async Task DoAsync(Operation operation)
    {
        // Too long in the queue for a ledger is not a fault of it on a busy machine: the same is sent again.
        for (var attempt = 0; attempt < 20; attempt++)
        {
            if (await (operation.Csv is { } csv ? SendFileAsync(operation, csv) : SendAsync(operation)))
                return;
            report.Wait();
        }
        report.Fault($"{operation.Name} never got its turn");
    }

    private async Task<bool> SendAsync(Operation operation)
    {
        var (file, name) = operation.Name.Split('/') is [var first, var second]
            ? (first, second)
            : throw new ArgumentException(operation.Name);
        using var answer = await http.PostAsJsonAsync(
            "/graphql",
            new
            {
                query = Repository.Read($"schema/operations/{file}.graphql"),
                variables = new { input = operation.Input },
                operationName = name,
            }
        );
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (body.TryGetProperty("errors", out var errors))
            return Failed(operation, errors.ToString());
        var payload = body.GetProperty("data").EnumerateObject().Single().Value;
        if (payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } refusals)
            report.Refuse(operation, refusals);
        else
            Note(operation, payload.EnumerateObject().First().Value);
        return true;
    }

    private async Task<bool> SendFileAsync(Operation operation, string csv)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(csv));
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        // A file of one row does not tell whether 20.758 has decimals.
        using var answer = await http.PostAsync($"/imports/{operation.Name}?decimal=dot", body);
        var answered = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode)
            return Failed(operation, answered.ToString());
        if (answered.GetProperty("refused").GetInt32() > 0)
            report.Fault($"{operation.Name}: {answered}");
        report.Done(operation);
        return true;
    }

    // A lock or a statement timed out: nothing was done.
    private bool Failed(Operation operation, string errors)
    {
        if (errors.Contains("CONFLICT", StringComparison.Ordinal) || errors.Contains("TIMEOUT", StringComparison.Ordinal))
            return false;
        report.Fault($"{operation.Name} {operation.Input.ToJsonString()}: {errors}");
        return true;
    }

    private void Note(Operation operation, JsonElement made)
    {
        report.Done(operation);
        if (operation.Retraction is null)
            return;
        stated.Add(operation);
        if (Handle.Of(operation, made) is not { } handle)
            return;
        handles.Add(handle);
        if (operation.Kind == "sale")
            sales.Add(handle);
        if (operation.Kind == "subscription")
            subscriptions.Add(handle);
        if (operation.Kind == "touch")
            touches.Add(handle);
    }

    private T Pick<T>(List<T> choices) => choices[random.Next(choices.Count)];
}
