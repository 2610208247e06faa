using System.CommandLine;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Migrations;

namespace AgencyRoi.Entry.Cli;

internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Brings the database named by ConnectionStrings:Migrator up to date.");
        command.SetAction(
            async (_, cancellationToken) =>
            {
                var migrator = new Migrator(Settings.Read().RequiredConnection("Migrator"));
                foreach (var applied in await migrator.RunAsync(cancellationToken))
                    Console.WriteLine($"applied {applied}");
                Console.WriteLine("The database is up to date.");
            }
        );
        return command;
    }
}
