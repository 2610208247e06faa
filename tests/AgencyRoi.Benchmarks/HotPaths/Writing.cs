using AgencyRoi.GraphQL.TypeSystem;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>Values to JSON text: 50 times a key, a string, a number and a decimal.</summary>
public class Writing
{
    private readonly string name = "Brightwater Software";

    [Benchmark]
    public int Write()
    {
        using var output = new ResultBuffer();
        for (var i = 0; i < 50; i++)
        {
            output.WriteRaw("\"name\":"u8);
            output.WriteString(name);
            output.WriteNumber(123_456L);
            output.WriteNumber(1234.56m);
        }
        return output.Length;
    }
}
