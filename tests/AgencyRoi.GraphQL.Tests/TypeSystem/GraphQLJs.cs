using System.Diagnostics;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

/// <summary>
/// The reference implementation, as a second opinion where it is installed:
/// <c>npm install --prefix artifacts/graphql-js graphql@16</c>.
/// </summary>
internal static class GraphQLJs
{
    /// <summary>Runs a function body with <c>graphql</c> (the module) and <c>input</c> (the text) in scope; what it returns is the result.</summary>
    public static async Task<string> RunAsync(string functionBody, string input)
    {
        var module = FindModule();
        Assert.SkipWhen(module is null, "graphql-js is not installed: npm install --prefix artifacts/graphql-js graphql@16");

        var script =
            $"const graphql = require({System.Text.Json.JsonSerializer.Serialize(module)});"
            + "const input = require('fs').readFileSync(0, 'utf8');"
            + $"process.stdout.write((() => {{ {functionBody} }})());";
        var start = new ProcessStartInfo("node", ["-e", script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!; // Not null: the process is not started through a shell.
        await node.StandardInput.WriteAsync(input);
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        return output;
    }

    private static string? FindModule()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AgencyRoi.sln")))
            root = root.Parent;
        var module = Path.Combine(root?.FullName ?? "", "artifacts", "graphql-js", "node_modules", "graphql");
        return Directory.Exists(module) ? module : null;
    }
}
