using AgencyRoi.GraphQL.Caching;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>The price of an operation with the variables of one request: a number that is known, and a sum over three nested lists.</summary>
public class Pricing
{
    private const string Nested = """
        query ($clients: Int, $campaigns: Int, $goals: Int) {
          clients(first: $clients) {
            nodes { id channels { nodes { network { name } } } campaigns(first: $campaigns) { totalCount nodes { id client { name } } } goals(first: $goals) { nodes { id } } }
          }
        }
        """;

    private readonly Dictionary<string, object?> variables = new()
    {
        ["clients"] = 20,
        ["campaigns"] = 10,
        ["goals"] = 10,
    };

    private readonly OperationPrice known = PriceOf("{ viewer { role agency { name } } clients { nodes { id name } } }");
    private readonly OperationPrice nested = PriceOf(Nested);

    [Benchmark]
    public long Known() => known.Of(variables);

    [Benchmark]
    public long WithVariables() => nested.Of(variables);

    private static OperationPrice PriceOf(string text)
    {
        var document = Parser.ParseDocument(Source.FromText(text));
        var schema = Documents.ProductSchema;
        var planner = new OperationPlanner(
            schema,
            new OutputShape.Cache(),
            new AbstractTypes(schema),
            new DeprecatedMembers(schema),
            new GuardedMembers(schema, guard: null),
            new WeighedInputs(schema, new CostOptions()),
            new InputMeasure(schema),
            new BoundedCache<PlanKey, OperationPlan>("plans", 1),
            new CostOptions(),
            document
        );
        var operation = new PlannedOperation(planner, document.Definitions.OfType<OperationDefinitionNode>().Single());
        return operation.PlanFor(new Dictionary<string, object?>()).Price!; // It has one.
    }
}
