using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Planning;

/// <summary>
/// The fields of a document below which, at any depth and for any possible type, something is not <see cref="FieldResolver.Pure"/>: their
/// values must be there before the answer is written. Answers for all types at once, since asking type by type would plan every
/// combination of types that an operation could meet.
/// </summary>
internal sealed class ResolvedBelow
{
    private readonly Schema schema;
    private readonly GuardedMembers guarded;
    private readonly HashSet<FieldNode> fields = [];
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = [];
    private readonly Dictionary<string, bool> fragmentResults = [];

    public ResolvedBelow(Schema schema, GuardedMembers guarded, DocumentNode document)
    {
        this.schema = schema;
        this.guarded = guarded;
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
            fragments.Add(fragment.Name.Value, fragment);
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
            AnyResolved(operation.SelectionSet, schema.RootType(operation.Operation));
    }

    public bool Contains(FieldNode field) => fields.Contains(field);

    private bool AnyResolved(SelectionSetNode selectionSet, NamedType? type)
    {
        var any = false;
        foreach (var selection in selectionSet.Selections)
        {
            any |= selection switch
            {
                FieldNode field => IsResolved(field, type),
                InlineFragmentNode inline => AnyResolved(
                    inline.SelectionSet,
                    inline.TypeCondition is null ? type : schema.FindType(inline.TypeCondition.Name.Value)
                ),
                FragmentSpreadNode spread => InFragment(spread.Name.Value),
                _ => false,
            };
        }
        return any;
    }

    private bool InFragment(string name)
    {
        if (!fragmentResults.TryGetValue(name, out var any) && fragments.TryGetValue(name, out var fragment))
            fragmentResults[name] = any = AnyResolved(fragment.SelectionSet, schema.FindType(fragment.TypeCondition.Name.Value));
        return any;
    }

    private bool IsResolved(ObjectType type, FieldDefinition? field) =>
        field is { Resolver: not FieldResolver.Pure } || (field is not null && guarded.Asks(type, field));

    private bool IsResolved(FieldNode node, NamedType? parentType)
    {
        var name = node.Name.Value;
        var definition = name switch
        {
            "__schema" => Introspection.SchemaField,
            "__type" => Introspection.TypeField,
            _ => (parentType as ComplexType)?.Fields[name],
        };
        if (definition is null)
            return false;
        var below = node.SelectionSet is not null && AnyResolved(node.SelectionSet, definition.Type.Unwrapped);
        if (below)
            fields.Add(node);
        if (below || definition.Resolver is not FieldResolver.Pure)
            return true;
        return parentType is not null && schema.GetPossibleTypes(parentType).Any(type => IsResolved(type, type.Fields[name]));
    }
}
