using AgencyRoi.GraphQL.Caching;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>Plans the operations of one valid document. Safe to use from several threads.</summary>
internal sealed class OperationPlanner(
    Schema schema,
    OutputShape.Cache shapes,
    AbstractTypes abstractTypes,
    DeprecatedMembers deprecated,
    GuardedMembers guarded,
    WeighedInputs weighedInputs,
    InputMeasure measure,
    BoundedCache<PlanKey, OperationPlan> plans,
    CostOptions cost,
    DocumentNode document
)
{
    private readonly FieldCollector collector = new(schema, document);
    private readonly ResolvedBelow resolvedBelow = new(schema, guarded, document);

    public Schema Schema => schema;

    public OutputShape.Cache Shapes => shapes;

    public AbstractTypes AbstractTypes => abstractTypes;

    public DeprecatedMembers Deprecated => deprecated;

    public GuardedMembers Guarded => guarded;

    public WeighedInputs WeighedInputs => weighedInputs;

    public InputMeasure Measure => measure;

    /// <summary>Of all documents.</summary>
    public BoundedCache<PlanKey, OperationPlan> Plans => plans;

    public CostOptions Cost => cost;

    public DocumentNode Document => document;

    public PlannedSelectionSet PlanRoot(OperationPlan plan) => Plan(plan, plan.Operation.RootType, CollectRoot(plan));

    public PlannedSelectionSet PlanSelectionSet(OperationPlan plan, ObjectType type, ReadOnlySpan<FieldNode> parents) =>
        Plan(plan, type, Collect(plan, type, parents));

    public CollectedFields CollectRoot(OperationPlan plan) =>
        collector.Collect(plan.Operation.RootType, plan.Operation.Definition.SelectionSet, plan.Conditions);

    /// <summary>https://spec.graphql.org/September2025/#CollectSubfields()</summary>
    public CollectedFields Collect(OperationPlan plan, ObjectType type, ReadOnlySpan<FieldNode> parents) =>
        collector.Collect(type, parents, plan.Conditions);

    private PlannedSelectionSet Plan(OperationPlan plan, ObjectType type, CollectedFields collected)
    {
        var fields = new List<PlannedField>(collected.Count);
        var columns = new List<PlannedField>();
        // The fields of a mutation are actions: each runs in its turn, however cheap it is.
        var isMutationRoot = plan.Operation.Kind == OperationType.Mutation && type == plan.Operation.RootType;
        foreach (var nodes in collected.Groups)
        {
            var definition =
                FindField(type, nodes[0].Name.Value)
                ?? throw new InvalidOperationException($"Validation let a field pass that \"{type}\" does not have.");
            var hasColumnsBelow = nodes.Exists(resolvedBelow.Contains);
            var isColumn =
                !ReferenceEquals(definition, Introspection.TypeNameField)
                && (isMutationRoot || hasColumnsBelow || definition.Resolver is not FieldResolver.Pure || guarded.Asks(type, definition));
            var place = new PlannedPlace(fields.Count, isColumn ? columns.Count : PlannedPlace.NoColumn, hasColumnsBelow);
            var field = new PlannedField(plan, type, definition, [.. nodes], place);
            fields.Add(field);
            if (isColumn)
                columns.Add(field);
        }
        return new PlannedSelectionSet(type, [.. fields], [.. columns], Weights.Of(type, fields.Select(field => field.Definition)));
    }

    private FieldDefinition? FindField(ObjectType type, string name)
    {
        if (type.Fields.TryGet(name, out var field))
            return field;
        return name switch
        {
            "__typename" => Introspection.TypeNameField,
            "__schema" when type == schema.QueryType => Introspection.SchemaField,
            "__type" when type == schema.QueryType => Introspection.TypeField,
            _ => null,
        };
    }
}
