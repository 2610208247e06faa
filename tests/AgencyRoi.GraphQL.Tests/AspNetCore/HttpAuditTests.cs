using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace AgencyRoi.GraphQL.Tests.AspNetCore;

/// <summary>The conformance audits of the npm package graphql-http, run by Node against our server. Needs Node and, the first time, a registry.</summary>
public sealed class HttpAuditTests(TestServer server) : IClassFixture<TestServer>
{
    private const string Package = "graphql-http@1.23.1";

    private const string Script = """
        const { serverAudits } = require('graphql-http');
        (async () => {
          const results = [];
          for (const audit of serverAudits({ url: process.argv[2] })) {
            const result = await audit.fn();
            results.push({ id: audit.id, name: audit.name, status: result.status, reason: result.reason });
          }
          console.log(JSON.stringify(results));
        })();
        """;

    [Fact]
    public async Task Every_audit_is_passed_with_neither_errors_nor_warnings()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "graphql-http-audits");
        Directory.CreateDirectory(folder);
        await InstallAsync(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "audit.js"), Script);

        var (exitCode, output, errors) = await RunAsync(folder, "node", "audit.js", server.Address.ToString());
        Assert.True(exitCode == 0, errors);
        var audits = JsonElement.Parse(output).EnumerateArray().ToArray();

        Assert.NotEmpty(audits);
        Assert.Empty(audits.Where(audit => audit.GetProperty("status").GetString() != "ok").Select(audit => audit.GetRawText()));
    }

    private static async Task InstallAsync(string folder)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules", "graphql-http", "lib")))
            return;
        // Without a package file of its own, npm would look for one in the folders above.
        await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{ "private": true }""");
        try
        {
            var (exitCode, _, errors) = await RunAsync(
                folder,
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--fetch-retries=0",
                "--fetch-timeout=20000",
                Package,
                "graphql@16"
            );
            Assert.SkipUnless(exitCode == 0, $"npm could not install {Package}: {errors}");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Skip($"Node is needed to run the audits of graphql-http: {missing.Message}");
        }
    }

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string folder,
        string program,
        params string[] arguments
    )
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            }
        )!; // Null only for a shell that reuses a process.
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
