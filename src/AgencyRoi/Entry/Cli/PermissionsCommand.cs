using System.CommandLine;
using AgencyRoi.Entry.Api;
using AgencyRoi.Platform;

namespace AgencyRoi.Entry.Cli;

internal static class PermissionsCommand
{
    /// <summary>The page, below the folder of the sources.</summary>
    public static string Page { get; } = Path.Combine("docs", "permissions.md");

    public static Command Create(IReadOnlyList<ProductModule> modules)
    {
        var file = new Argument<string>("file")
        {
            Description = "Where the page goes.",
            DefaultValueFactory = _ => Path.Combine(AgencyRoi.LocalPostgres.Checkout.Root, Page),
        };
        var command = new Command("permissions", "Writes the matrix of roles and permissions as a page.") { file };
        command.SetAction(
            async (arguments, cancellationToken) =>
            {
                var path = arguments.GetRequiredValue(file);
                await File.WriteAllTextAsync(path, PermissionPage.Print(new ProductSchemas(modules)), cancellationToken);
                Console.WriteLine(path);
            }
        );
        return command;
    }
}
