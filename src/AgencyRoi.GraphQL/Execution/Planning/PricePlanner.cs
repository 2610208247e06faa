using System.Runtime.InteropServices;
using AgencyRoi.GraphQL.Execution.Cost;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>
/// Finds the price of a plan by walking every selection for every type that it can meet, with fragments in place and merged as they will
/// run. What does not depend on variables is added up here. Interfaces below interfaces can make more combinations of types than
/// can be walked: such an operation has no price.
/// </summary>
internal sealed class PricePlanner
{
    private const int MostFields = 10_000;

    private readonly OperationPlanner planner;
    private readonly OperationPlan plan;
    private readonly bool keepsAll;
    private readonly List<ListSize> strict = [];
    private int fields;

    private PricePlanner(OperationPlanner planner, OperationPlan plan, bool keepsAll)
    {
        this.planner = planner;
        this.plan = plan;
        this.keepsAll = keepsAll;
    }

    /// <param name="planner">The document's planner.</param>
    /// <param name="plan">What is priced.</param>
    /// <param name="keepsAll">Whether each part is kept apart, for a report.</param>
    /// <returns>Null when there are too many combinations of types.</returns>
    public static OperationPrice? PriceOf(OperationPlanner planner, OperationPlan plan, bool keepsAll = false)
    {
        var pricing = new PricePlanner(planner, plan, keepsAll);
        // The root object is no part of the price.
        var root = pricing.Select(plan.Operation.RootType, 0, planner.CollectRoot(plan), ListSize.One);
        return pricing.fields > MostFields ? null : new OperationPrice(root, [.. pricing.strict]);
    }

    private PricedSelection Select(ObjectType type, double weight, CollectedFields collected, ListSize sized)
    {
        var price = new Price(weight, 0);
        List<PricedField>? open = null;
        foreach (var nodes in collected.Groups)
        {
            if (Field(type, nodes, sized) is not { } field)
                continue;
            if (!keepsAll && field.IsFixed)
                price += field.Of(default);
            else
                (open ??= []).Add(field);
        }
        return new PricedSelection(price, open is null ? [] : [.. open]);
    }

    /// <summary>Null for what costs nothing, introspection among it.</summary>
    private PricedField? Field(ObjectType type, List<FieldNode> nodes, ListSize sizedByParent)
    {
        var node = nodes[0];
        if (node.Name.Value.StartsWith("__", StringComparison.Ordinal) || ++fields > MostFields)
            return null;
        var definition = planner.Schema.FindField(type, node.Name.Value)!; // Validation let it pass.
        var weight = FieldWeight.Of(planner.WeighedInputs, definition, node);
        var valueType = definition.Type.Unwrapped;
        var valueWeight = Weights.Of(valueType);
        if (!valueType.IsCompositeType && weight is { IsFixed: true, Fixed: 0 } && valueWeight == 0)
            return null;

        var declared = ListSize.For(definition, node, planner.Cost.DefaultListSize);
        if (declared.IsStrict)
            strict.Add(declared);
        var own = declared.SizedFields.Length > 0 ? ListSize.One : declared;
        var size = sizedByParent.SizedFields.Contains(node.Name.Value) ? sizedByParent : own;
        if (!valueType.IsCompositeType)
            return new PricedField(node.ResponseName, weight, size, [new PricedSelection(new Price(valueWeight, 0), [])]);

        var possibleTypes = planner.Schema.GetPossibleTypes(valueType);
        var branches = new PricedSelection[possibleTypes.Count];
        for (var i = 0; i < branches.Length; i++)
        {
            var collected = planner.Collect(plan, possibleTypes[i], CollectionsMarshal.AsSpan(nodes));
            branches[i] = Select(possibleTypes[i], Weights.Of(possibleTypes[i]), collected, declared);
        }
        return new PricedField(node.ResponseName, weight, size, branches);
    }
}
