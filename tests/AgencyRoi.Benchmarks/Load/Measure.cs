namespace AgencyRoi.Benchmarks.Load;

/// <summary>What all measurements need.</summary>
internal static class Measure
{
    /// <summary>What else the machine does: ratios bear a busy one, absolute numbers do not.</summary>
    public static string Machine() =>
        $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors, load average {LoadAverage()}";

    public static double Median(this IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
