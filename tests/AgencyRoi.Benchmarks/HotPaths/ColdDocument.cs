using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.Execution.Planning;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>What the first request with a document costs more than the next ones: parse, validate and plan 100 fields in a process that is warm.</summary>
public class ColdDocument
{
    private readonly DocumentLoader documents = new(Documents.ProductSchema, new ExecutionOptions());
    private int number;

    [Benchmark]
    public int ParseValidatePlan()
    {
        var document = documents.Load(Documents.UnseenHundredFields(number++));
        var operation = document.FindOperation(null, out _) ?? throw new InvalidOperationException(document.Errors[0].Message);
        return Planning.PlanBelow(operation.PlanFor(new Dictionary<string, object?> { ["withChannels"] = true }).Root);
    }
}
