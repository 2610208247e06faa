using System.Globalization;
using AgencyRoi.Entry.Terminal;
using Spectre.Console;

namespace AgencyRoi.Entry.Demo;

/// <summary>The comparison as text for a terminal: numbers to the right, one line a client, the totals under a rule.</summary>
internal static class ComparisonTable
{
    private const string Gap = "  ";
    private const string LastBeforeRoi = "Avoided";

    private static readonly string[] Head =
    [
        "#",
        "Client",
        "Industry",
        "Cost",
        "Value",
        "Net",
        LastBeforeRoi,
        "Direct",
        "+ assisted",
        "Adjusted",
        "Unadjusted",
    ];

    private static readonly string[] Legend =
    [
        "Value and net are unadjusted. Avoided: the part of the value that was saved and not earned, in full. Direct: what the channels caused by",
        "themselves; + assisted: and what they helped along; adjusted: all value, indirect value and what was avoided by the strength of its",
        "evidence; unadjusted: all value in full. Each is over the same full cost.",
        "* real data, published   ~ made up by the demo's generator   (samples/README.md says where from)",
    ];

    public static string Of(ComparisonAnswer comparison)
    {
        var lines = TextTable.Lines(Head, [.. Rows(comparison), Totals(comparison)], IsNumber);
        var roi = lines[0].IndexOf(LastBeforeRoi, StringComparison.Ordinal) + LastBeforeRoi.Length + Gap.Length;
        var rule = new string('─', lines.Max(line => line.Length));
        var above = new string(' ', roi) + "ROI in percent of the cost ".PadRight(rule.Length - roi, '─');
        return string.Join('\n', [above, lines[0], rule, .. lines[1..^1], rule, lines[^1], "", .. Legend]);
    }

    /// <summary>The same with rules and colours, for a person at a terminal.</summary>
    public static void Write(ComparisonAnswer comparison, IAnsiConsole terminal)
    {
        var totals = Totals(comparison);
        var table = new Table { Border = TableBorder.Rounded };
        for (var place = 0; place < Head.Length; place++)
            table.AddColumn(
                new TableColumn(new Text(Head[place], new Style(decoration: Decoration.Bold)))
                {
                    Alignment = IsNumber(place) ? Justify.Right : Justify.Left,
                    Footer = new Text(totals[place]),
                }
            );
        foreach (var row in Rows(comparison))
            table.AddRow(row.Select((cell, place) => new Text(cell, IsLoss(cell, place) ? new Style(Color.Red) : Style.Plain)));
        terminal.Write(table);
        terminal.WriteLine("The last four columns are ROI in percent of the cost.");
        foreach (var line in Legend)
            terminal.WriteLine(line);
    }

    private static bool IsNumber(int place) => place is not (1 or 2);

    private static bool IsLoss(string cell, int place) => place > 2 && cell.StartsWith('-');

    private static IEnumerable<string[]> Rows(ComparisonAnswer comparison) =>
        comparison.Rows.Select(row =>
            Cells(row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "-", Marked(row.Client), Words(row.Client.Industry), row)
        );

    private static string[] Totals(ComparisonAnswer comparison) =>
        Cells("", $"All {comparison.Totals.ClientCount} clients", "", comparison.Totals);

    private static string[] Cells(string rank, string name, string industry, Compared row) =>
        [
            rank,
            name,
            industry,
            Money(row.Cost.Number),
            Money(row.Unadjusted.Value.Number),
            Money(row.Unadjusted.Net.Number),
            Money(row.CostAvoided.Value.Number),
            Percent(row.Direct),
            Percent(row.DirectAndAssisted),
            Percent(row.Adjusted),
            Percent(row.Unadjusted),
        ];

    private static string Marked(NamedClient client) =>
        client.DataOrigin switch
        {
            "SAMPLE" => client.Name + " *",
            "GENERATED" => client.Name + " ~",
            _ => client.Name,
        };

    // FOOD_AND_DRINK reads Food and drink.
    private static string Words(string code) => code[..1] + code[1..].ToLowerInvariant().Replace('_', ' ');

    private static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    private static string Percent(Figure figure) =>
        figure.RoiPercent?.ToString("N3", CultureInfo.InvariantCulture) ?? Words(figure.UndefinedReason ?? "UNDEFINED").ToLowerInvariant();
}
