using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace AgencyRoi.Tests.Reports.LedgerChanges;

/// <summary>A subscription over server-sent events, read as it comes.</summary>
internal sealed class EventStream(HttpClient caller, HttpResponseMessage answer, StreamReader lines) : IDisposable
{
    public const string LedgerChanged =
        "subscription($clientIds: [ID!]) { ledgerChanged(clientIds: $clientIds) { client { id } version } }";

    /// <summary>What should come comes far sooner; what does not come fails the test and does not hang it.</summary>
    public static CancellationToken Patience => Within(TimeSpan.FromSeconds(30));

    public HttpStatusCode Status => answer.StatusCode;

    public static CancellationToken Within(TimeSpan time)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(time);
        return patience.Token;
    }

    public static async Task<EventStream> OpenAsync(
        AgencyApp app,
        string token,
        object? variables = null,
        string document = LedgerChanged,
        Uri? address = null
    )
    {
        var caller = app.As(token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address ?? app.Address, "/graphql"))
        {
            Content = JsonContent.Create(new { query = document, variables }),
        };
        request.Headers.Add("Accept", "text/event-stream");
        var answer = await caller.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Patience);
        return new EventStream(caller, answer, new StreamReader(await answer.Content.ReadAsStreamAsync(Patience)));
    }

    public static Task<EventStream> FollowAsync(AgencyApp app, string token, params string[] clientIds) =>
        OpenAsync(app, token, new { clientIds = clientIds.Length == 0 ? null : clientIds });

    /// <summary>The next answer; null when the stream is complete.</summary>
    public async Task<JsonElement?> NextAsync(CancellationToken? cancellationToken = null)
    {
        var (type, patience) = ("", cancellationToken ?? Patience);
        while (await lines.ReadLineAsync(patience) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal))
                type = line["event: ".Length..];
            else if (line.StartsWith("data:", StringComparison.Ordinal))
                return type == "complete" ? null : JsonElement.Parse(line["data:".Length..]);
        }
        throw new EndOfStreamException("The stream broke off.");
    }

    /// <summary>The next event of <c>ledgerChanged</c>.</summary>
    public async Task<(string Client, long Version)> VersionAsync()
    {
        var change = (await NextAsync())!.Value.GetProperty("data").GetProperty("ledgerChanged");
        return (change.GetProperty("client").Text("id"), change.Long("version"));
    }

    /// <summary>Why the stream ends: message and code of an error, after which it is complete.</summary>
    public async Task<(string Message, string Code)> EndAsync(CancellationToken? cancellationToken = null)
    {
        var error = (await NextAsync(cancellationToken))!.Value.GetProperty("errors")[0];
        Assert.Null(await NextAsync(cancellationToken));
        return (error.Text("message"), error.GetProperty("extensions").Text("code"));
    }

    public void Dispose()
    {
        lines.Dispose();
        answer.Dispose();
        caller.Dispose();
    }
}
