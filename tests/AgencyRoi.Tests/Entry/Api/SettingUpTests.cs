using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>Whoever pastes the first section of <c>schema/README.md</c> into a shell, line by line, has set up a client and published its month.</summary>
public sealed partial class SettingUpTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const string Heading = "\n## Setting up, call by call\n";

    [Fact]
    public async Task The_calls_of_the_readme_set_up_a_client_in_their_order_and_publish_its_return()
    {
        Assert.SkipUnless(
            new[] { "bash", "curl", "jq" }.All(IsThere),
            "bash, curl or jq is not installed, which the section of the README is written for."
        );

        var said = await RunAsync(Script());

        Assert.DoesNotContain("\"errors\":[", said);
        var answers = said.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line).GetProperty("data"))
            .ToList();
        Assert.Equal(
            [
                "setExchangeRate",
                "setGoalValue",
                "activateGoal",
                "recordCost",
                "recordSale",
                "recordOutcome",
                "client",
                "client",
                "closeClientPeriod",
                "publishClientPeriod",
                "client",
            ],
            answers.Select(answer => answer.EnumerateObject().Single().Name)
        );
        Assert.Equal(4, answers[6].GetProperty("client").GetProperty("setUpStatus").Long("completedStepCount"));
        var published = answers[^1].GetProperty("client").GetProperty("roi");
        Assert.Equal((2000m, "SEK"), (published.Amount(), published.GetProperty("cost").Text("currencyCode")));
        Assert.Equal((5300m, 165m), (published.GetProperty("unadjusted").Amount("value"), Percent(published)));
    }

    [Fact]
    public void It_comes_first() => Assert.StartsWith("# The API's contract\n" + Heading, Repository.Read("schema/README.md"));

    private static decimal Percent(JsonElement roi) => roi.GetProperty("unadjusted").GetProperty("roiPercent").GetDecimal();

    /// <summary>All shell of the section as it stands, but for the address and the token; each answer on a line of its own.</summary>
    private string Script()
    {
        var section = Repository.Read("schema/README.md").Split(Heading)[1].Split("\n## ")[0];
        var shell = string.Concat(Blocks().Matches(section).Select(block => block.Groups["shell"].Value));
        var address = $"URL={new Uri(app.Address, "/graphql")}\n";
        var script = DemoAddress().Replace(DemoToken().Replace(shell, $"TOKEN={app.Alpha.OwnerToken}\n", 1), address, 1);
        Assert.DoesNotContain("demo.json", script);
        Assert.DoesNotContain(":5080", script);
        return "set -euo pipefail\ncurl() { command curl \"$@\" -w '\\n'; }\n" + script;
    }

    private static async Task<string> RunAsync(string script)
    {
        var start = new ProcessStartInfo("bash")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!; // Not null: the process is not started through a shell.
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(bash.ExitCode == 0, $"{await output}\n{await errors}");
        return await output;
    }

    private static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    [GeneratedRegex("```sh\n(?<shell>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("^TOKEN=.*demo.json.*\n", RegexOptions.Multiline)]
    private static partial Regex DemoToken();

    [GeneratedRegex("^URL=.*\n", RegexOptions.Multiline)]
    private static partial Regex DemoAddress();
}
