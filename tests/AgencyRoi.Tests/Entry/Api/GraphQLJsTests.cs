using System.Diagnostics;
using AgencyRoi.Entry.Cli;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>
/// The reference implementation's opinion on the schema files, where it is installed: <c>npm install --prefix artifacts/graphql-js graphql@16</c>.
/// </summary>
public sealed class GraphQLJsTests
{
    private const string Script = """
        const graphql = require(process.argv[1]);
        const text = require('fs').readFileSync(0, 'utf8');
        const schema = graphql.buildSchema(text);
        const errors = graphql.validateSchema(schema).map(error => error.message);
        const named = Object.values(schema.getTypeMap()).filter(type => !graphql.isIntrospectionType(type) && !graphql.isSpecifiedScalarType(type));
        const missing = [];
        for (const type of [...named, ...schema.getDirectives().filter(directive => !graphql.isSpecifiedDirective(directive))]) {
          if (!type.description) missing.push(type.name);
          for (const part of type.getFields ? Object.values(type.getFields()) : type.getValues ? type.getValues() : type.args ?? []) {
            if (!part.description) missing.push(type.name + '.' + part.name);
            for (const argument of part.args ?? [])
              if (!argument.description) missing.push(type.name + '.' + part.name + '(' + argument.name + ')');
          }
        }
        process.stdout.write(JSON.stringify({ errors, missing }));
        """;

    public static TheoryData<string> Files => [.. SchemaCommand.Files(Modules.All).Select(entry => entry.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_schema_file_builds_there_and_describes_everything(string file)
    {
        var module = Path.Combine(Checkout.Root, "artifacts", "graphql-js", "node_modules", "graphql");
        Assert.SkipUnless(Directory.Exists(module), "graphql-js is not installed: npm install --prefix artifacts/graphql-js graphql@16");
        var start = new ProcessStartInfo("node", ["-e", Script, module])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using var node = Process.Start(start)!; // Not null: the process is not started through a shell.
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(Repository.Read($"schema/{file}"));
        node.StandardInput.Close();
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(("", """{"errors":[],"missing":[]}"""), (await errors, await output));
    }
}
