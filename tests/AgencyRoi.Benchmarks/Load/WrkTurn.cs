namespace AgencyRoi.Benchmarks.Load;

/// <summary>A turn of the load generator against a server in this process: what it answered, and what a request cost here.</summary>
/// <param name="Bytes">Allocated for a request.</param>
/// <param name="Microseconds">Of processor time for a request.</param>
internal readonly record struct WrkTurn(double PerSecond, double Bytes, double Microseconds)
{
    public static async Task<WrkTurn> MeasureAsync(Func<Task<WrkResult>> run)
    {
        var (bytes, time) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        var result = await run();
        return new(
            result.PerSecond,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)result.Requests,
            (Environment.CpuUsage.TotalTime - time).TotalMicroseconds / result.Requests
        );
    }
}
