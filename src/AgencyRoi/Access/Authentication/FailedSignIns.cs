using System.Net;
using System.Runtime.InteropServices;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// Counts failed sign-ins by the address that they come from, in this process. Past the limit nothing more is looked up for the address until a
/// minute has passed since the first of them.
/// </summary>
internal sealed class FailedSignIns(SignInSettings settings, TimeProvider time)
{
    /// <summary>As many addresses as are counted apart. Those that come later are counted together, so that a flood of addresses is limited too.</summary>
    public const int MostAddresses = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly Dictionary<AddressBlock, Failures> counted = [];
    private readonly Lock sync = new();
    private Failures others;

    /// <summary>How many addresses are remembered.</summary>
    public int Count
    {
        get
        {
            lock (sync)
                return counted.Count;
        }
    }

    /// <summary>How long the address has to wait; zero: not at all.</summary>
    public TimeSpan WaitFor(IPAddress? address)
    {
        if (settings.FailuresPerAddress == 0)
            return TimeSpan.Zero;
        lock (sync)
        {
            var now = time.GetUtcNow();
            var failures =
                counted.TryGetValue(AddressBlock.Of(address), out var own) ? own
                : counted.Count < MostAddresses ? default
                : others;
            return failures.Count >= settings.FailuresPerAddress && failures.Until > now ? failures.Until - now : TimeSpan.Zero;
        }
    }

    public void Note(IPAddress? address)
    {
        if (settings.FailuresPerAddress == 0)
            return;
        lock (sync)
        {
            var now = time.GetUtcNow();
            var block = AddressBlock.Of(address);
            if (!counted.ContainsKey(block) && counted.Count >= MostAddresses)
                Drop(now);
            if (counted.ContainsKey(block) || counted.Count < MostAddresses)
                Add(ref CollectionsMarshal.GetValueRefOrAddDefault(counted, block, out _), now);
            else
                Add(ref others, now);
        }
    }

    private static void Add(ref Failures failures, DateTimeOffset now) =>
        failures = failures.Until > now ? failures with { Count = failures.Count + 1 } : new Failures(1, now + Window);

    private void Drop(DateTimeOffset now)
    {
        foreach (var (block, failures) in counted)
            if (failures.Until <= now)
                counted.Remove(block);
    }

    /// <param name="Count">Within one window.</param>
    /// <param name="Until">When they are forgotten.</param>
    private readonly record struct Failures(int Count, DateTimeOffset Until);
}
