using System.Globalization;

namespace AgencyRoi.Benchmarks.Load;

/// <summary>The most memory of this process that lay in the machine's since it was last forgotten, as Linux counts it.</summary>
internal static class PeakMemory
{
    private const string Peak = "VmHWM:";
    private const string Now = "VmRSS:";

    /// <summary>Gives back what is free, and counts anew.</summary>
    /// <returns>What is left, in mebibytes.</returns>
    public static double Forget()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        File.WriteAllText("/proc/self/clear_refs", "5");
        return Read(Now);
    }

    /// <summary>In mebibytes.</summary>
    public static double Read() => Read(Peak);

    private static double Read(string name)
    {
        var line = File.ReadLines("/proc/self/status").Single(line => line.StartsWith(name, StringComparison.Ordinal));
        return double.Parse(line[name.Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
    }
}
