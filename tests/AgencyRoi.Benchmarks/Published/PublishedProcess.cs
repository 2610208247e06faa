using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using AgencyRoi.Benchmarks.Database;
using AgencyRoi.Entry.Api;

namespace AgencyRoi.Benchmarks.Published;

/// <summary>A published build that serves a measured database, in a process of its own. Ended when disposed.</summary>
internal sealed class PublishedProcess : IAsyncDisposable
{
    private const string Address = "http://127.0.0.1:5715";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process process;
    private readonly long started = Stopwatch.GetTimestamp();

    private PublishedProcess(Process process) => this.process = process;

    public static Uri Endpoint { get; } = new(Address + ApiModule.Address);

    public static PublishedProcess Start(PublishedBuild build, MeasuredDatabase database)
    {
        var start = new ProcessStartInfo("dotnet") { ArgumentList = { Path.Combine(build.Folder, "AgencyRoi.dll"), "serve" } };
        start.Environment["Urls"] = Address;
        start.Environment["ConnectionStrings__App"] = database.AppConnection;
        start.Environment["Throttling__Enabled"] = "false";
        start.Environment["ResponseCache__Megabytes"] = "0";
        start.Environment["Hosting__DrainSeconds"] = "0";
        start.Environment["Logging__LogLevel__Default"] = "Error";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Error";
        foreach (var (name, value) in build.Environment)
            start.Environment[name] = value;
        return new(Process.Start(start) ?? throw new InvalidOperationException($"{build.Name} did not start."));
    }

    /// <summary>The time from the start to the first answer, asked for again as soon as a connection is refused.</summary>
    public async Task<TimeSpan> FirstAnswerAsync(string body, string token)
    {
        using var caller = new HttpClient();
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        while (true)
        {
            try
            {
                using var content = new StringContent(body, Encoding.UTF8, MediaTypeNames.Application.Json);
                using var answer = await caller.PostAsync(Endpoint, content);
                answer.EnsureSuccessStatusCode();
                return Stopwatch.GetElapsedTime(started);
            }
            catch (HttpRequestException refused)
                when (refused.HttpRequestError == HttpRequestError.ConnectionError
                    && !process.HasExited
                    && Stopwatch.GetElapsedTime(started) < Patience
                )
            {
                await Task.Delay(TimeSpan.FromMilliseconds(10));
            }
        }
    }

    /// <summary>Whether the process has done once what it will be asked to do.</summary>
    public static async Task UntilReadyAsync()
    {
        using var caller = new HttpClient();
        while ((await caller.GetAsync(new Uri(Address + "/health/ready"))).StatusCode != System.Net.HttpStatusCode.OK)
            await Task.Delay(TimeSpan.FromMilliseconds(50));
    }

    /// <summary>Memory of the process that lies in the machine's memory now.</summary>
    public long ResidentBytes()
    {
        const string Label = "VmRSS:";
        var line = File.ReadLines($"/proc/{process.Id}/status").Single(line => line.StartsWith(Label, StringComparison.Ordinal));
        return long.Parse(line[Label.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
