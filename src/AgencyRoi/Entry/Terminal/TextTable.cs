using Spectre.Console;

namespace AgencyRoi.Entry.Terminal;

/// <summary>A table as lines of plain text: without rules and colours, and as wide as its cells, so that scripts can read it.</summary>
internal static class TextTable
{
    private const int Gap = 2;
    private const int AnyWidth = 100_000;

    /// <param name="isNumber">By the column's place, whether its cells stand to the right.</param>
    public static string[] Lines(string[] head, IEnumerable<string[]> rows, Func<int, bool> isNumber)
    {
        var table = new Table { Border = TableBorder.None };
        for (var place = 0; place < head.Length; place++)
            table.AddColumn(
                new TableColumn(Plain(head[place]))
                {
                    Alignment = isNumber(place) ? Justify.Right : Justify.Left,
                    NoWrap = true,
                    Padding = new Padding(0, 0, place < head.Length - 1 ? Gap : 0, 0),
                }
            );
        foreach (var row in rows)
            table.AddRow(row.Select(Plain));
        using var text = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(text),
            }
        );
        console.Profile.Width = AnyWidth;
        console.Profile.Capabilities.Unicode = true;
        console.Write(table);
        return [.. text.ToString().TrimEnd().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
    }

    // Names of clients and words of files may hold brackets, which Spectre would read as its own.
    private static Text Plain(string cell) => new(cell);
}
