using AgencyRoi.GraphQL.Language;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>Text to syntax tree, 100 fields.</summary>
public class Parsing
{
    private readonly Source source = new(Documents.HundredFields);

    [Benchmark]
    public DocumentNode Parse() => Parser.ParseDocument(source);
}
