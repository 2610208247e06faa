using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Validation.Rules;

/// <summary>The fields of a selection set and of its inline fragments by response name, and the fragments that it spreads, in the order of the text.</summary>
internal sealed class MergeFields
{
    private readonly List<string> fragments = [];

    public MergeFields(Schema schema, NamedType? parentType, SelectionSetNode selectionSet) => Collect(schema, parentType, selectionSet);

    public OrderedDictionary<string, List<MergeField>> ByResponseName { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Fragments => fragments;

    private void Collect(Schema schema, NamedType? parentType, SelectionSetNode selectionSet)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    if (!ByResponseName.TryGetValue(field.ResponseName, out var fields))
                        ByResponseName.Add(field.ResponseName, fields = []);
                    fields.Add(new MergeField(parentType, field));
                    break;
                case FragmentSpreadNode { Name.Value: var name }:
                    if (!fragments.Contains(name))
                        fragments.Add(name);
                    break;
                case InlineFragmentNode inline:
                    var condition = inline.TypeCondition;
                    Collect(schema, condition is null ? parentType : schema.FindType(condition.Name.Value), inline.SelectionSet);
                    break;
            }
        }
    }
}

/// <summary>A selected field with the type it is selected on. Introspection fields have no type here, as in graphql-js: they are compared by name.</summary>
internal sealed class MergeField(NamedType? parentType, FieldNode node)
{
    public NamedType? ParentType { get; } = parentType;
    public FieldNode Node { get; } = node;
    public GraphQLType? Type { get; } = (parentType as ComplexType)?.Fields[node.Name.Value]?.Type;

    private bool IsPlain => Node.Arguments.Count == 0 && Node.SelectionSet is null;

    /// <summary>The same field without arguments or selections: the common case of a repeated field, which cannot conflict.</summary>
    public bool IsSameLeafAs(MergeField other) =>
        IsPlain && other.IsPlain && Type == other.Type && Node.Name.Value == other.Node.Name.Value;
}
