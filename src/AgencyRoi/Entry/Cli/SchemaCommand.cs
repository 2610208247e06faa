using System.CommandLine;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Entry.Cli;

internal static class SchemaCommand
{
    /// <summary>Each file and the schema that it shows.</summary>
    public static IReadOnlyList<(string File, Func<Schema> Schema)> Files { get; } =
    [("schema.graphql", () => ProductSchema.ForStaff(Modules.All)), ("portal.graphql", () => ProductSchema.ForPortal(Modules.All))];

    public static Command Create()
    {
        var folder = new Argument<string>("folder")
        {
            Description = "Where the two files go.",
            DefaultValueFactory = _ => Path.Combine(Database.Server.Checkout.Root, "schema"),
        };
        var command = new Command("schema", "Writes the schemas of staff and portal as schema.graphql and portal.graphql.") { folder };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                Directory.CreateDirectory(arguments.GetRequiredValue(folder));
                foreach (var (file, schema) in Files)
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
