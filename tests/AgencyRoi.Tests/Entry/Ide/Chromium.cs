using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace AgencyRoi.Tests.Entry.Ide;

/// <summary>A headless Chromium with one page, spoken to in its own protocol: https://chromedevtools.github.io/devtools-protocol/</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo profile;
    private readonly ClientWebSocket socket = new();
    private int lastId;

    private Chromium(Process process, DirectoryInfo profile) => (this.process, this.profile) = (process, profile);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>The first browser of the family on the path; null when there is none.</summary>
    public static string? Find() =>
        new[] { "chromium", "chromium-browser", "google-chrome" }
            .SelectMany(name =>
                (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))
            )
            .FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync(string program)
    {
        var profile = Directory.CreateTempSubdirectory("agency-roi-chromium");
        // Without a sandbox, since root has none; it loads nothing but our own page.
        string[] arguments =
        [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--window-size=1400,900",
            "--remote-debugging-port=0",
            $"--user-data-dir={profile.FullName}",
            "about:blank",
        ];
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!; // Not null: no shell.
        var browser = new Chromium(process, profile);
        await browser.ConnectAsync();
        return browser;
    }

    /// <summary>Opens an address; the page then has a list <c>refused</c> of what its content policy kept from it.</summary>
    public async Task GoToAsync(Uri address)
    {
        const string source =
            "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.effectiveDirective + ' ' + e.sourceFile + ':' + e.lineNumber));";
        await SendAsync("Page.enable", new { });
        await SendAsync("Page.addScriptToEvaluateOnNewDocument", new { source });
        await SendAsync("Page.navigate", new { url = address });
    }

    /// <summary>The value of an expression in the page; a promise is awaited.</summary>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var answer = await SendAsync("Runtime.evaluate", Evaluation(expression));
        Assert.False(answer.TryGetProperty("exceptionDetails", out var problem), problem.ToString());
        return answer.GetProperty("result").TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>Returns when the expression has come true in the page; what never does ends with the test's time.</summary>
    public async Task UntilAsync(string expression)
    {
        var look = $"new Promise(done => {{ const look = () => ({expression}) ? done(true) : setTimeout(look, 50); look(); }})";
        // A page that is just being replaced by another forgets what it was asked.
        while (!(await CallAsync("Runtime.evaluate", Evaluation(look))).ToString().Contains("\"value\":true", StringComparison.Ordinal)) { }
    }

    public Task TypeAsync(string text) => SendAsync("Input.insertText", new { text });

    public async Task SaveScreenshotAsync(string path)
    {
        var answer = await SendAsync("Page.captureScreenshot", new { format = "png" });
        await File.WriteAllBytesAsync(path, answer.GetProperty("data").GetBytesFromBase64(), Token);
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        profile.Delete(recursive: true);
    }

    private static object Evaluation(string expression) =>
        new
        {
            expression,
            awaitPromise = true,
            returnByValue = true,
        };

    private async Task ConnectAsync()
    {
        string? line;
        do line = await process.StandardError.ReadLineAsync(Token);
        while (line is not null && !line.StartsWith("DevTools listening on ", StringComparison.Ordinal));
        var address = new Uri(line?[line.IndexOf("ws://", StringComparison.Ordinal)..] ?? throw new InvalidOperationException("It ended."));
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);

        using var http = new HttpClient();
        var pages = await http.GetFromJsonAsync<JsonElement>($"http://{address.Authority}/json/list", Token);
        var page = pages.EnumerateArray().First(target => target.GetProperty("type").GetString() == "page");
        await socket.ConnectAsync(new Uri(page.GetProperty("webSocketDebuggerUrl").GetString()!), Token);
    }

    private async Task<JsonElement> SendAsync(string method, object parameters)
    {
        var answer = await CallAsync(method, parameters);
        Assert.True(answer.TryGetProperty("result", out var result), answer.ToString());
        return result;
    }

    // One call at a time; what the browser tells besides is passed over.
    private async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var id = ++lastId;
        var message = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id,
                method,
                @params = parameters,
            },
            JsonSerializerOptions.Web
        );
        await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, Token);
        while (true)
        {
            var answer = await ReadAsync();
            if (answer.TryGetProperty("id", out var answered) && answered.GetInt32() == id)
                return answer;
        }
    }

    private async Task<JsonElement> ReadAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, Token);
            text.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);
        return JsonElement.Parse(text.GetBuffer().AsSpan(0, (int)text.Length));
    }
}
