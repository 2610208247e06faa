using System.Diagnostics;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>
/// What integrators do with the folder: graphql-codegen reads all of it by <c>schema/codegen.ts</c>, and TypeScript compiles what it makes. <c>.ci/run</c> installs
/// both: <c>cp tests/codegen/package.json artifacts/codegen &amp;&amp; npm install --prefix artifacts/codegen</c>.
/// </summary>
public sealed class CodegenTests
{
    private static readonly string Packages = Path.Combine(Checkout.Root, "artifacts", "codegen");

    [Fact]
    public async Task Types_are_generated_from_the_whole_folder_and_compile()
    {
        Assert.SkipUnless(
            Directory.Exists(Path.Combine(Packages, "node_modules", "@graphql-codegen", "cli")),
            "graphql-codegen is not installed: mkdir -p artifacts/codegen && cp tests/codegen/package.json artifacts/codegen && npm install --prefix artifacts/codegen"
        );
        var folder = CopyOfSchema();

        await RunAsync(folder, "graphql-codegen", "--config", "codegen.ts");
        await RunAsync(folder, "tsc", "--noEmit", "--strict", "--skipLibCheck", "generated/staff.ts", "generated/portal.ts");

        var (staff, portal) = (Generated(folder, "staff"), Generated(folder, "portal"));
        foreach (var file in Directory.GetFiles(Path.Combine(folder, "operations")))
        {
            var types = Path.GetFileName(file) == "portal.graphql" ? portal : staff;
            foreach (
                var operation in Parser.ParseDocument(Source.FromText(File.ReadAllText(file))).Definitions.OfType<OperationDefinitionNode>()
            )
                Assert.Contains($"export type {operation.Name!.Value}{operation.Operation} = ", types);
        }
        Assert.Contains("roiPercent: string | null", portal);
        Assert.Contains("minimumCost?: string | number", staff);
    }

    private static string CopyOfSchema()
    {
        var (from, to) = (Path.Combine(Checkout.Root, "schema"), Path.Combine(Packages, "schema"));
        if (Directory.Exists(to))
            Directory.Delete(to, recursive: true);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // A file lies in a folder.
            File.Copy(file, copy);
        }
        return to;
    }

    private static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Packages, "node_modules", ".bin", program), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var node = Process.Start(start)!; // Not null: the process is not started through a shell.
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(node.ExitCode == 0, $"{program}: {await output}\n{await errors}");
    }

    private static string Generated(string folder, string project) => File.ReadAllText(Path.Combine(folder, "generated", $"{project}.ts"));
}
