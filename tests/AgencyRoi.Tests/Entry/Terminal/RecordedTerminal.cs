using Spectre.Console;

namespace AgencyRoi.Tests.Entry.Terminal;

internal static class RecordedTerminal
{
    /// <summary>A wide terminal with colours, whose every byte is kept.</summary>
    public static IAnsiConsole Over(TextWriter output)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = ColorSystemSupport.Standard,
                Interactive = InteractionSupport.Yes,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = 200;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
