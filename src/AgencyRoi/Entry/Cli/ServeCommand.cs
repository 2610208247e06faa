using System.CommandLine;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Hosting;

namespace AgencyRoi.Entry.Cli;

internal static class ServeCommand
{
    // What a balancer needs to see that it is not ready any more.
    private const string DrainSeconds = "5";

    public static Command Create(IReadOnlyList<ProductModule> modules)
    {
        var command = new Command("serve", "Answers GraphQL requests; the database is named by ConnectionStrings:App.");
        command.SetAction(
            async (_, cancellationToken) =>
            {
                await using var app = AgencyHost.Build(modules, builder => builder.Configuration[Drain.Setting] ??= DrainSeconds);
                await app.StartAsync(cancellationToken);
                await app.WaitForShutdownAsync(cancellationToken);
            }
        );
        return command;
    }
}
