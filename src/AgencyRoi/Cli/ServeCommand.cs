using System.CommandLine;
using AgencyRoi.Hosting;

namespace AgencyRoi.Cli;

internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Answers GraphQL requests; the database is named by ConnectionStrings:App.");
        command.SetAction(
            async (_, cancellationToken) =>
            {
                await using var app = AgencyHost.Build(Modules.All);
                await app.StartAsync(cancellationToken);
                await app.WaitForShutdownAsync(cancellationToken);
            }
        );
        return command;
    }
}
