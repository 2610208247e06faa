using System.Text.RegularExpressions;
using AgencyRoi.Entry.Terminal;
using Spectre.Console;

namespace AgencyRoi.Tests.Entry.Terminal;

public sealed partial class StepsTests
{
    [Fact]
    public async Task Without_a_terminal_a_step_is_one_line()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var steps = new Steps(output);

        await steps.StepAsync("Migrating the database", () => Task.CompletedTask);
        await steps.RowsAsync(
            "Loading 2 clients",
            200,
            rowsDone =>
            {
                rowsDone(100);
                return Task.CompletedTask;
            }
        );

        Assert.Matches(@"\AMigrating the database … \d+\.\d s\nLoading 2 clients … \d+\.\d s\n\z", output.ToString());
    }

    [Fact]
    public async Task On_a_terminal_a_bar_has_rows_a_second_and_the_time_that_is_left()
    {
        using var output = new StringWriter();

        await new Steps(output, RecordedTerminal.Over(output)).RowsAsync(
            "Loading [2] clients",
            200,
            rowsDone =>
            {
                rowsDone(100);
                return Task.CompletedTask;
            }
        );

        var shown = Escapes().Replace(output.ToString(), "");
        Assert.Contains("\e[", output.ToString(), StringComparison.Ordinal);
        Assert.Matches(@"Loading \[2\] clients .*50% .* rows/s \S+", shown);
        Assert.Matches(@"✓ Loading \[2\] clients \d+\.\d s", shown);
    }

    [Fact]
    public void Output_that_goes_to_a_file_has_no_terminal() => Assert.Null(Terminals.OrNull(Console.Out, isRedirected: true));

    [GeneratedRegex(@"\e\[[0-9;?]*[a-zA-Z]")]
    private static partial Regex Escapes();
}
