using System.Diagnostics;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>
/// Eight callers, each on a connection of its own and with a seed of its own, who state, correct, repeat and take back facts of two agencies over the API, change
/// the terms, close months and restate them, all at the same time and of the same clients.
/// </summary>
internal sealed class RandomRun(AgencyApp app, RandomAgency[] agencies, int operations, int seed)
{
    private const int Callers = 8;

    public RandomReport Report { get; } = new();
    public TimeSpan Elapsed { get; private set; }

    public override string ToString() =>
        FormattableString.Invariant(
            $"{operations} operations from {Callers} connections with seed {seed} in {Elapsed.TotalSeconds:0.0} s ({operations / Elapsed.TotalSeconds:0} a second)\n{Report}"
        );

    public async Task RunAsync()
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() => RunAsync(caller))));
        Elapsed = watch.Elapsed;
    }

    private async Task RunAsync(int number)
    {
        using var caller = new RandomCaller(app, agencies[number % agencies.Length], Report, seed + number);
        await caller.RunAsync(operations / Callers);
    }
}
