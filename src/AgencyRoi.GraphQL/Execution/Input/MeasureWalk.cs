using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Input;

/// <summary>
/// Walks an operation of a valid document and adds up the arguments of its fields. A fragment is measured once and added wherever it is spread:
/// fragments that double at each level cost no more than their text.
/// </summary>
internal sealed class MeasureWalk(InputMeasure measure, Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, Sum> fragments = new(StringComparer.Ordinal);

    public Sum Of(OperationDefinitionNode operation)
    {
        var sum = new Sum();
        Add(sum, operation.SelectionSet, schema.RootType(operation.Operation));
        return sum;
    }

    private void Add(Sum sum, SelectionSetNode selectionSet, NamedType? type)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field when type is not null && schema.FindField(type, field.Name.Value) is { } definition:
                    foreach (var argument in field.Arguments)
                    {
                        if (definition.Arguments[argument.Name.Value] is { } given)
                            sum.Add(argument.Value, given.Type, measure);
                    }
                    if (field.SelectionSet is { } below)
                        Add(sum, below, definition.Type.Unwrapped);
                    break;
                case InlineFragmentNode inline:
                    Add(sum, inline.SelectionSet, inline.TypeCondition is { } condition ? schema.FindType(condition.Name.Value) : type);
                    break;
                case FragmentSpreadNode spread:
                    sum.Add(OfFragment(spread.Name.Value));
                    break;
            }
        }
    }

    private Sum OfFragment(string name)
    {
        if (fragments.TryGetValue(name, out var known))
            return known;
        var fragment = document.Definitions.OfType<FragmentDefinitionNode>().First(node => node.Name.Value == name);
        var sum = new Sum();
        Add(sum, fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
        return fragments[name] = sum;
    }

    /// <summary>What the text gives, and the places of the variables that give more.</summary>
    internal sealed class Sum
    {
        private readonly Dictionary<string, VariableUses> uses = new(StringComparer.Ordinal);

        public InputSize Size { get; private set; }

        public IReadOnlyDictionary<string, VariableUses> Uses => uses;

        public void Add(ValueNode value, GraphQLType type, InputMeasure measure)
        {
            var places = new List<VariableUse>();
            Size += measure.Of(value, type, places);
            foreach (var place in places)
                Add(place.Name, new VariableUses(1, place.Nesting));
        }

        public void Add(Sum other)
        {
            Size += other.Size;
            foreach (var (name, more) in other.uses)
                Add(name, more);
        }

        private void Add(string name, VariableUses more) => uses[name] = uses.GetValueOrDefault(name) + more;
    }
}
