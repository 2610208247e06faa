using System.Text;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Execution.Input;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>
/// One key of an object in the answer: all fields of the document with that response name, merged.
/// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// </summary>
internal sealed class PlannedField : ISelection
{
    private readonly OperationPlan plan;
    private readonly FieldNode[] nodes;

    // Copied on write and read without a lock: a few entries, written in the first executions only.
    private SelectionSetOfType[] selectionSets = [];

    public PlannedField(OperationPlan plan, ObjectType parentType, FieldDefinition definition, FieldNode[] nodes, PlannedPlace place)
    {
        this.plan = plan;
        this.nodes = nodes;
        ParentType = parentType;
        Definition = definition;
        Column = place.Column;
        HasColumnsBelow = place.HasColumnsBelow;
        Shape = plan.Planner.Shapes.Of(definition.Type);
        Pure = definition.Resolver as FieldResolver.Pure;
        Weight = FieldWeight.Of(plan.Planner.WeighedInputs, definition, nodes[0]);
        Guard = plan.Planner.Guarded.Of(parentType, definition, nodes[0], plan.Operation.Variables);
        Arguments = new PlannedArguments(plan.Planner.Document, definition.Arguments, nodes[0].Arguments);
        var isTypeName = ReferenceEquals(definition, Introspection.TypeNameField);
        IsConstant = isTypeName;
        Prefix = Encoding.UTF8.GetBytes(
            $"{(place.Index == 0 ? '{' : ',')}\"{ResponseName}\":{(isTypeName ? $"\"{parentType.Name}\"" : "")}"
        );
    }

    public ObjectType ParentType { get; }

    public FieldDefinition Definition { get; }

    public string ResponseName => nodes[0].ResponseName;

    /// <summary>Where the document asks for it.</summary>
    public IReadOnlyList<SourceLocation> Locations => GraphQLError.At(plan.Planner.Document, "", nodes).Locations;

    /// <summary>The brace or comma before the key, the key and its colon; of a constant field also its value.</summary>
    public byte[] Prefix { get; }

    /// <summary><c>__typename</c>: <see cref="Prefix"/> is all there is to write.</summary>
    public bool IsConstant { get; }

    public OutputShape Shape { get; }

    /// <summary>Its place among the fields of its selection set that are resolved before anything is written; -1 for one that is read while writing.</summary>
    public int Column { get; }

    /// <summary>Whether, for some type and at some depth below, there is such a field.</summary>
    public bool HasColumnsBelow { get; }

    public FieldResolver.Pure? Pure { get; }

    public PlannedArguments Arguments { get; }

    /// <summary>Asks whether the caller may have it; null: everybody may.</summary>
    public FieldGuard? Guard { get; }

    /// <summary>What resolving it costs, once for all parents of a level.</summary>
    public FieldWeight Weight { get; }

    /// <summary>The fields below for values of that type.</summary>
    public PlannedSelectionSet SelectionSetOf(ObjectType type)
    {
        foreach (var (known, selectionSet) in selectionSets)
        {
            if (known == type)
                return selectionSet;
        }
        return AddSelectionSet(type);
    }

    FieldDefinition ISelection.Field => Definition;

    /// <summary>The fields below for the types that values had so far, in whatever execution.</summary>
    public IEnumerable<PlannedSelectionSet> SelectionSets => selectionSets.Select(known => known.SelectionSet);

    IReadOnlyList<ISelection> ISelection.Below(ObjectType type) => SelectionSetOf(type).Fields;

    private PlannedSelectionSet AddSelectionSet(ObjectType type)
    {
        lock (nodes)
        {
            foreach (var (known, selectionSet) in selectionSets)
            {
                if (known == type)
                    return selectionSet;
            }
            var added = plan.Planner.PlanSelectionSet(plan, type, nodes);
            selectionSets = [.. selectionSets, new SelectionSetOfType(type, added)];
            return added;
        }
    }

    private readonly record struct SelectionSetOfType(ObjectType Type, PlannedSelectionSet SelectionSet);
}

/// <summary>The fields of an object in the answer, in its order.</summary>
internal sealed class PlannedSelectionSet(ObjectType type, PlannedField[] fields, PlannedField[] columns, double weight)
{
    public ObjectType Type { get; } = type;

    public PlannedField[] Fields { get; } = fields;

    /// <summary>Those that are resolved before anything is written.</summary>
    public PlannedField[] Columns { get; } = columns;

    /// <summary>What each object costs that is written with these fields.</summary>
    public double Weight { get; } = weight;

    /// <summary>What those fields cost together that are read while writing, once however many objects there are. Whoever reads them has no use for variables.</summary>
    public double ReadWeight { get; } = fields.Where(field => field.Column == PlannedPlace.NoColumn).Sum(field => field.Weight.Fixed);
}

/// <summary>Where a field stands in its selection set.</summary>
internal readonly record struct PlannedPlace(int Index, int Column, bool HasColumnsBelow)
{
    /// <summary>The column of a field that is read while writing.</summary>
    public const int NoColumn = -1;
}
