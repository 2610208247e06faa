using AgencyRoi.GraphQL.Caching;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Execution.Planning;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;
using BenchmarkDotNet.Attributes;

namespace AgencyRoi.Benchmarks.HotPaths;

/// <summary>A valid document of 100 fields to its plan, the selection sets below included that otherwise wait for their first value.</summary>
public class Planning
{
    private readonly DocumentNode document = Documents.ParseHundredFields();
    private readonly OutputShape.Cache shapes = new();
    private readonly AbstractTypes abstractTypes = new(Documents.ProductSchema);
    private readonly CostOptions cost = new();
    private readonly DeprecatedMembers deprecated = new(Documents.ProductSchema);
    private readonly WeighedInputs weighedInputs = new(Documents.ProductSchema, new CostOptions());
    private readonly InputMeasure measure = new(Documents.ProductSchema);
    private readonly BoundedCache<PlanKey, OperationPlan> plans = new("plans", 1);

    [Benchmark]
    public int Plan()
    {
        var planner = new OperationPlanner(
            Documents.ProductSchema,
            shapes,
            abstractTypes,
            deprecated,
            new GuardedMembers(Documents.ProductSchema, guard: null),
            weighedInputs,
            measure,
            plans,
            cost,
            document
        );
        var operation = new PlannedOperation(planner, document.Definitions.OfType<OperationDefinitionNode>().Single());
        return PlanBelow(operation.PlanFor(new Dictionary<string, object?> { ["withChannels"] = true }).Root);
    }

    internal static int PlanBelow(PlannedSelectionSet selectionSet)
    {
        var fields = 0;
        foreach (var field in selectionSet.Fields)
        {
            fields++;
            if (field.Definition.Type.Unwrapped is ObjectType type)
                fields += PlanBelow(field.SelectionSetOf(type));
        }
        return fields;
    }
}
