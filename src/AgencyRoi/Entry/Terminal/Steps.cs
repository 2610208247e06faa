using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace AgencyRoi.Entry.Terminal;

/// <summary>
/// Says what a run is doing and how long each step took. On a terminal a step whose size is known has a bar, its rows a second and the time that is left;
/// anywhere else it is one line.
/// </summary>
internal sealed class Steps(TextWriter output, IAnsiConsole? terminal = null)
{
    public Task StepAsync(string what, Func<Task> step) => StepAsync(what, () => Done(step()));

    public async Task<T> StepAsync<T>(string what, Func<Task<T>> step)
    {
        if (terminal is null)
            output.Write($"{what} … ");
        output.Flush();
        var clock = Stopwatch.StartNew();
        try
        {
            var result = terminal is null ? await step() : await terminal.Status().StartAsync(Markup.Escape(what), async _ => await step());
            Tell(what, clock.Elapsed);
            return result;
        }
        catch
        {
            output.WriteLine();
            throw;
        }
    }

    /// <param name="total">How many rows the step has.</param>
    /// <param name="step">Is given what it calls with the number of rows that it has just done.</param>
    public async Task RowsAsync(string what, long total, Func<Action<long>, Task> step)
    {
        if (terminal is null)
        {
            await StepAsync(what, () => step(_ => { }));
            return;
        }
        var clock = Stopwatch.StartNew();
        await ProgressBar
            .On(terminal)
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(Markup.Escape(what), maxValue: total);
                await step(rows => bar.Increment(rows));
            });
        Tell(what, clock.Elapsed);
    }

    private void Tell(string what, TimeSpan took)
    {
        var seconds = string.Create(CultureInfo.InvariantCulture, $"{took.TotalSeconds:0.0} s");
        if (terminal is null)
            output.WriteLine(seconds);
        else
            terminal.MarkupLineInterpolated($"[green]✓[/] {what} [grey]{seconds}[/]");
    }

    private static async Task<bool> Done(Task task)
    {
        await task;
        return true;
    }
}
