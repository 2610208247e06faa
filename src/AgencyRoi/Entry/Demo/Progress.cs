using System.Diagnostics;
using System.Globalization;

namespace AgencyRoi.Entry.Demo;

/// <summary>Says what a run is doing, and how long each step took.</summary>
internal sealed class Progress(TextWriter output)
{
    public async Task<T> StepAsync<T>(string what, Func<Task<T>> step)
    {
        output.Write($"{what} … ");
        output.Flush();
        var clock = Stopwatch.StartNew();
        try
        {
            var result = await step();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds:0.0} s"));
            return result;
        }
        catch
        {
            output.WriteLine();
            throw;
        }
    }

    public Task StepAsync(string what, Func<Task> step) =>
        StepAsync(
            what,
            async () =>
            {
                await step();
                return true;
            }
        );
}
