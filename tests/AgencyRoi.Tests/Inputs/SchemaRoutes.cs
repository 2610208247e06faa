using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Inputs;

/// <summary>
/// The shortest way from a root of a schema, or from an object found by its id, to each type with fields that take arguments. What only a mutation answers
/// with is reached through the mutation.
/// </summary>
internal sealed class SchemaRoutes
{
    private readonly Holdings holdings;
    private readonly Schema schema;
    private readonly Dictionary<string, Way> ways = [];
    private readonly Queue<ObjectType> open = [];

    public SchemaRoutes(Schema schema, Holdings holdings)
    {
        (this.schema, this.holdings) = (schema, holdings);
        Reach(schema.QueryType, new("query", "", ""));
        foreach (var node in Documents.Nodes(schema))
            Reach(node, new("query", $"node(id: \"{holdings[node.Name]}\") {{ ... on {node.Name} {{ ", " } }"));
        if (schema.SubscriptionType is { } subscription)
            ways.Add(subscription.Name, new("subscription", "", ""));
        FollowAll();
        foreach (var mutation in schema.MutationType?.Fields ?? MemberList<FieldDefinition>.Empty)
        {
            var input = Documents.InputOf(schema, mutation.Name);
            Reach((ObjectType)mutation.Type.Unwrapped, new("mutation", $"{mutation.Name}(input: $input) {{ ", " }", input));
        }
        FollowAll();
    }

    public IEnumerable<(ObjectType Owner, FieldDefinition Field)> Fields() =>
        from type in schema.Types.OfType<ObjectType>()
        where type != schema.MutationType && ways.ContainsKey(type.Name)
        from field in type.Fields
        where field.Arguments.Count > 0
        select (type, field);

    /// <summary>The mutation's input on the way to a type, which goes as the variable <c>$input</c>.</summary>
    public InputObjectType? InputOnTheWayTo(ObjectType type) => ways[type.Name].Input;

    /// <summary>An operation that gives the argument the variable <c>$v</c>, and the others what they must be given.</summary>
    public string Document(ObjectType owner, FieldDefinition field, InputValueDefinition argument)
    {
        var way = ways[owner.Name];
        var below = field.Type.Unwrapped switch
        {
            ObjectType type => Documents.Selection(type, levels: 1),
            ComplexType or UnionType => "{ __typename }",
            _ => "",
        };
        var input = way.Input is null ? "" : $", $input: {way.Input.Name}!";
        return $"{way.Keyword}($v: {argument.Type}{input}) {{ {way.Before}{Head(field, argument)} {below}{way.After} }}";
    }

    private void FollowAll()
    {
        while (open.TryDequeue(out var type))
            Follow(type, ways[type.Name]);
    }

    private void Follow(ObjectType type, Way way)
    {
        // What node finds is reached already.
        foreach (var field in type.Fields.Where(field => field.Type.Unwrapped.IsCompositeType && field.Type.Unwrapped.Name != "Node"))
        foreach (var possible in PossibleTypes(field.Type.Unwrapped))
        {
            var (on, end) = possible == field.Type.Unwrapped ? ("", "") : ($"... on {possible.Name} {{ ", " }");
            Reach(possible, way with { Before = $"{way.Before}{Head(field)} {{ {on}", After = $"{end} }}{way.After}" });
        }
    }

    private IEnumerable<ObjectType> PossibleTypes(NamedType type) => type is ObjectType single ? [single] : schema.GetPossibleTypes(type);

    private void Reach(ObjectType type, Way way)
    {
        if (ways.TryAdd(type.Name, way))
            open.Enqueue(type);
    }

    private string Head(FieldDefinition field, InputValueDefinition? tried = null)
    {
        var given = field
            .Arguments.Where(argument => argument == tried || argument.IsRequired)
            .Select(argument => argument == tried ? $"{argument.Name}: $v" : Given(field, argument))
            .ToList();
        return given.Count == 0 ? field.Name : $"{field.Name}({string.Join(", ", given)})";
    }

    private string Given(FieldDefinition field, InputValueDefinition argument) =>
        Ids.IsId(argument.Type) ? $"{argument.Name}: \"{holdings[Ids.OfArgument(field, argument)]}\"" : Documents.Required(argument);

    private sealed record Way(string Keyword, string Before, string After, InputObjectType? Input = null);
}
