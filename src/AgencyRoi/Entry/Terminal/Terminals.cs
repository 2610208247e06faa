using Spectre.Console;

namespace AgencyRoi.Entry.Terminal;

internal static class Terminals
{
    /// <summary>
    /// A console for a person who looks at this stream; null when it goes to a file or another program, where lines shall stay as they are. NO_COLOR takes
    /// the colours off, by Spectre itself.
    /// </summary>
    public static IAnsiConsole? OrNull(TextWriter writer, bool isRedirected)
    {
        if (isRedirected || writer == TextWriter.Null)
            return null;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } ? console : null;
    }
}
