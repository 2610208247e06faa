using AgencyRoi.Entry.Demo;
using AgencyRoi.Tests.Entry.Terminal;

namespace AgencyRoi.Tests.Entry.Demo;

public sealed class ComparisonTableTests
{
    [Fact]
    public void Numbers_stand_under_each_other_and_an_undefined_return_says_why()
    {
        var table = ComparisonTable.Of(Comparison);

        Assert.StartsWith(
            """
                                                                                          ROI in percent of the cost ──────────────
            #  Client                    Industry            Cost  Value    Net  Avoided   Direct  + assisted  Adjusted  Unadjusted
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
            1  Long Name Incorporated ~  Food and drink  1,000.00  10.00  -5.00     7.50    1.000      22.500   333.000   4,444.123
            -  Zero                      Other               0.00  10.00  -5.00     0.00  no cost     no cost   no cost     no cost
            ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
               All 2 clients                             1,000.00  10.00  -5.00     7.50    1.000       2.000     3.000      -4.000
            """.ReplaceLineEndings("\n"),
            table
        );
    }

    [Fact]
    public void On_a_terminal_the_table_has_rules_and_colours()
    {
        using var output = new StringWriter();

        ComparisonTable.Write(Comparison, RecordedTerminal.Over(output));

        var shown = output.ToString();
        Assert.Contains("\e[1m", shown, StringComparison.Ordinal);
        Assert.Contains('╭', shown);
        Assert.Matches(@"│ 1 │ Long Name Incorporated ~ │ Food and drink │ 1,000.00 │ 10.00 │ .*-5.00", shown);
        Assert.Matches(@"All 2 clients", shown);
    }

    private static ComparisonAnswer Comparison =>
        new ComparisonAnswer(
            "USD",
            [
                new(
                    1,
                    new("Long Name Incorporated", "FOOD_AND_DRINK", "GENERATED"),
                    new(1_000m),
                    Roi(1),
                    Roi(22.5m),
                    Roi(333),
                    Roi(4_444.1234567m),
                    Avoided(7.5m)
                ),
                new(null, new("Zero", "OTHER", "ENTERED"), new(0m), None, None, None, None, Avoided(0m)),
            ],
            new(2, new(1_000m), Roi(1), Roi(2), Roi(3), Roi(-4), Avoided(7.5m))
        );

    private static Figure Roi(decimal percent) => new(new Amount(10m), new Amount(-5m), percent, null);

    private static AvoidedCost Avoided(decimal amount) => new(new Amount(amount));

    private static Figure None => new(new Amount(10m), new Amount(-5m), null, "NO_COST");
}
