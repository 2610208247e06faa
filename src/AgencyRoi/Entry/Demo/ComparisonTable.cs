using System.Globalization;

namespace AgencyRoi.Entry.Demo;

/// <summary>The comparison as text for a terminal: numbers to the right, one line a client, the totals under a rule.</summary>
internal static class ComparisonTable
{
    private const string Gap = "  ";

    private static readonly string[] Head =
    [
        "#",
        "Client",
        "Industry",
        "Cost",
        "Value",
        "Net",
        "Avoided",
        "Direct",
        "+ assisted",
        "Adjusted",
        "Unadjusted",
    ];

    public static string Of(ComparisonAnswer comparison)
    {
        var rows = comparison
            .Rows.Select(row =>
                Cells(row.Rank?.ToString(CultureInfo.InvariantCulture) ?? "-", Marked(row.Client), Words(row.Client.Industry), row)
            )
            .ToList();
        var totals = Cells("", $"All {comparison.Totals.ClientCount} clients", "", comparison.Totals);
        var widths = Head.Select((name, column) => rows.Append(totals).Append(Head).Max(cells => cells[column].Length)).ToArray();
        var roi = widths[..7].Sum() + 7 * Gap.Length;
        var rule = new string('─', widths.Sum() + (widths.Length - 1) * Gap.Length);
        return string.Join(
            '\n',
            [
                new string(' ', roi) + "ROI in percent of the cost ".PadRight(rule.Length - roi, '─'),
                Line(Head, widths),
                rule,
                .. rows.Select(cells => Line(cells, widths)),
                rule,
                Line(totals, widths),
                "",
                "Value and net are unadjusted. Avoided: the part of the value that was saved and not earned, in full. Direct: what the channels caused by",
                "themselves; + assisted: and what they helped along; adjusted: all value, indirect value and what was avoided by the strength of its",
                "evidence; unadjusted: all value in full. Each is over the same full cost.",
                "* real data, published   ~ made up by the demo's generator   (samples/README.md says where from)",
            ]
        );
    }

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

    private static string Line(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => column is 1 or 2 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))
            .TrimEnd();

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
