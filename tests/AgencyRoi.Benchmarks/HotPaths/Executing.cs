using AgencyRoi.GraphQL;
using AgencyRoi.GraphQL.Execution;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>The engine from request to answer, the document known: the sample server's requests without HTTP.</summary>
public class Executing
{
    private readonly GraphQLEngine engine = new(Documents.SampleSchema);
    private readonly GraphQLRequest hello = new(Documents.Hello);
    private readonly GraphQLRequest list = new(Documents.List);
    private readonly GraphQLRequest listWithLoader = new(Documents.ListWithLoader);

    [Benchmark]
    public int Hello() => Execute(hello);

    [Benchmark]
    public int List() => Execute(list);

    [Benchmark]
    public int ListWithLoader() => Execute(listWithLoader);

    private int Execute(GraphQLRequest request)
    {
        // Nothing here waits for anything outside the process.
        using var response = engine.ExecuteAsync(request, new OperationContext()).AsTask().GetAwaiter().GetResult();
        return response.Written.Length;
    }
}
