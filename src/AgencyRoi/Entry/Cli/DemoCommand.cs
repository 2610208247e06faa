using System.CommandLine;
using AgencyRoi.Entry.Demo;
using AgencyRoi.Entry.Terminal;
using AgencyRoi.LocalPostgres;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Cli;

internal static class DemoCommand
{
    private const int Interrupted = 130;

    public static Command Create(IReadOnlyList<ProductModule> modules)
    {
        var port = new Option<int?>("--port") { Description = "The port on 127.0.0.1; 5080 unless the setting Urls says otherwise." };
        var exit = new Option<bool>("--exit") { Description = "Ends after the table." };
        var reset = new Option<bool>("--reset") { Description = "Drops the demo's database and tokens, and starts anew." };
        port.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 0 or > 65535)
                result.AddError("A port lies between 0 (any free one) and 65535.");
        });
        var command = new Command("demo", "Shows the return on investment of two made-up agencies' clients; needs no set-up.")
        {
            port,
            exit,
            reset,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    modules,
                    new DemoOptions(
                        Settings.Read(),
                        Checkout.StateFolder,
                        parsed.GetValue(port),
                        parsed.GetValue(exit),
                        parsed.GetValue(reset)
                    ),
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<ProductModule> modules, DemoOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await new DemoRun(
                modules,
                options,
                Console.Out,
                DatabaseClock.Instance,
                Terminals.OrNull(Console.Out, Console.IsOutputRedirected)
            ).RunAsync(cancellationToken);
            return 0;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped before it was ready; the next run goes on from here.");
            return Interrupted;
        }
    }
}
