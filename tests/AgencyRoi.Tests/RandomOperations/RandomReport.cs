using System.Collections.Concurrent;
using System.Text.Json;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>What became of many operations.</summary>
internal sealed class RandomReport
{
    // What two callers at once may run into. Anything else is a fault.
    private static readonly HashSet<string> Expected =
    [
        "CONFLICT",
        "REFUND_EXCEEDS_SALE",
        "TOO_MANY_HOURS",
        "RATES_OVERLAP",
        "ALREADY_EXISTS",
    ];

    // Their sale or subscription was taken back, or has refunds in another currency, since they picked it.
    private static readonly HashSet<string> MayComeTooLate = ["refund", "sale", "resend", "cancellation"];

    private readonly ConcurrentDictionary<string, int> done = [];
    private readonly ConcurrentDictionary<string, int> refused = [];
    private readonly ConcurrentBag<string> faults = [];
    private int waited;

    public IReadOnlyCollection<string> Faults => faults;

    public override string ToString() => $"done: {Counts(done)}\nrefused: {Counts(refused)}\nwaited too long for their turn: {waited}";

    public void Done(Operation operation) => Count(done, operation.Kind);

    public void Refuse(Operation operation, JsonElement errors)
    {
        var code = errors.EnumerateArray().First().Text("code");
        Count(refused, $"{operation.Kind} {code}");
        if (!Expected.Contains(code) && !(code == "BAD_INPUT" && MayComeTooLate.Contains(operation.Kind)))
            Fault($"{operation.Name} {operation.Input.ToJsonString()}: {errors}");
    }

    public void Wait() => Interlocked.Increment(ref waited);

    public void Fault(string what) => faults.Add(what);

    private static string Counts(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));

    private static void Count(ConcurrentDictionary<string, int> counts, string what) =>
        counts.AddOrUpdate(what, 1, (_, count) => count + 1);
}
