using System.CommandLine;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform;

namespace AgencyRoi.Entry.Cli;

internal static class SchemaCommand
{
    /// <summary>Each file and the schema that it shows.</summary>
    public static IReadOnlyList<(string File, Func<Schema> Schema)> Files(IReadOnlyList<ProductModule> modules) =>
        [("schema.graphql", () => ProductSchema.ForStaff(modules)), ("portal.graphql", () => ProductSchema.ForPortal(modules))];

    public static Command Create(IReadOnlyList<ProductModule> modules)
    {
        var folder = new Argument<string>("folder")
        {
            Description = "Where the two files go.",
            DefaultValueFactory = _ => Path.Combine(AgencyRoi.LocalPostgres.Checkout.Root, "schema"),
        };
        var command = new Command("schema", "Writes the schemas of staff and portal as schema.graphql and portal.graphql.") { folder };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                Directory.CreateDirectory(arguments.GetRequiredValue(folder));
                foreach (var (file, schema) in Files(modules))
                {
                    var path = Path.Combine(arguments.GetRequiredValue(folder), file);
                    await File.WriteAllTextAsync(path, SchemaPrinter.Print(schema()) + '\n', cancellationToken);
                    Console.WriteLine(path);
                }
            }
        );
        return command;
    }
}
