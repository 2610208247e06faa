using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Inputs;

/// <summary>A place of a schema where a caller writes a scalar or an enum value.</summary>
/// <param name="Coordinate">The argument or input field, and for a filter's entry that of the filter.</param>
/// <param name="Document">An operation with the one variable <c>$v</c> that reaches it.</param>
/// <param name="Type">What the place takes.</param>
/// <param name="Value">The value of <c>$v</c> with something in the place, everything else as it should be.</param>
/// <param name="Around">The mutation on the way, whose input goes as the variable <c>$input</c>.</param>
internal sealed record InputPlace(
    string Coordinate,
    string Document,
    NamedType Type,
    Func<JsonNode?, Task<JsonNode?>> Value,
    InputObjectType? Around = null
)
{
    public override string ToString() => Coordinate;
}

/// <summary>All places of a schema, found from the schema alone, so that an argument or input field added later is tried on the day it is added.</summary>
internal sealed class InputPlaces(Schema schema, Holdings holdings)
{
    private readonly HashSet<string> reached = [];
    private readonly HashSet<string> filtered = [];
    private readonly SchemaRoutes routes = new(schema, holdings);

    public IReadOnlyList<InputPlace> Find()
    {
        List<InputPlace> places = [.. OfMutations(), .. OfFields()];
        Assert.Equal("", string.Join(", ", Declared().Except(reached)));
        return places;
    }

    private IEnumerable<InputPlace> OfMutations()
    {
        foreach (var mutation in schema.MutationType?.Fields ?? MemberList<FieldDefinition>.Empty)
        {
            var input = Documents.InputOf(schema, mutation.Name);
            var document = Documents.Mutation(schema, mutation.Name).Replace("$input", "$v", StringComparison.Ordinal);
            foreach (var leaf in InObject(input))
                yield return new(leaf.Coordinate, document, leaf.Type, async value => leaf.Put(value, await holdings.InputAsync(input)));
        }
    }

    private IEnumerable<InputPlace> OfFields()
    {
        foreach (var (owner, field) in routes.Fields())
        foreach (var argument in field.Arguments)
        {
            var document = routes.Document(owner, field, argument);
            var around = routes.InputOnTheWayTo(owner);
            foreach (var leaf in InArgument(argument, $"{owner.Name}.{field.Name}({argument.Name}:)"))
            {
                var whole =
                    argument.Type.Nullable is InputObjectType input && !IsFilter(input)
                        ? holdings.Filler.Fill(input, (_, slot) => holdings[slot])
                        : null;
                yield return new(leaf.Coordinate, document, leaf.Type, value => Task.FromResult(leaf.Put(value, whole)), around);
            }
        }
    }

    private IEnumerable<Leaf> InArgument(InputValueDefinition argument, string coordinate) =>
        argument.Type.Nullable is InputObjectType filter && IsFilter(filter)
            ? InFilter(filter).Where(leaf => filtered.Add(leaf.Coordinate))
            : In(argument.Type, coordinate);

    private IEnumerable<Leaf> In(GraphQLType type, string coordinate)
    {
        switch (type.Nullable)
        {
            case ListType list:
                return In(list.OfType, coordinate)
                    .Select(leaf =>
                        leaf with
                        {
                            Put = (value, whole) => new JsonArray(leaf.Put(value, (whole as JsonArray)?.FirstOrDefault())),
                        }
                    );
            case InputObjectType input:
                return InObject(input);
            default:
                reached.Add(coordinate);
                return [new(coordinate, type.Unwrapped, (value, _) => value?.DeepClone())];
        }
    }

    private IEnumerable<Leaf> InObject(InputObjectType input) =>
        from field in input.Fields
        from leaf in In(field.Type, $"{input.Name}.{field.Name}")
        select leaf with
        {
            Put = (value, whole) =>
            {
                var changed = whole?.DeepClone() as JsonObject ?? [];
                changed[field.Name] = leaf.Put(value, changed[field.Name]);
                return changed;
            },
        };

    /// <summary>An entry is compared by all its operators at once. A filter is the same wherever it stands, so each of its entries is one place.</summary>
    private IEnumerable<Leaf> InFilter(InputObjectType filter, IReadOnlySet<string>? around = null)
    {
        var within = new HashSet<string>(around ?? new HashSet<string>()) { filter.Name };
        foreach (var field in filter.Fields)
        {
            if (field.Type.Nullable is not InputObjectType entry)
                continue;
            var item = Item(entry);
            IEnumerable<Leaf> leaves =
                IsOperators(item) ? [Compared(item, $"{filter.Name}.{field.Name}")]
                : within.Contains(item.Name) ? []
                : InFilter(item, within);
            foreach (var leaf in leaves)
                yield return leaf with
                {
                    Put = (value, _) => new JsonObject { [field.Name] = Wrap(entry, leaf.Put(value, null)) },
                };
        }
    }

    private Leaf Compared(InputObjectType operators, string coordinate)
    {
        var compared = operators.Fields.Where(field => field.Type.Unwrapped is ScalarType or EnumType).ToList();
        foreach (var field in compared)
            reached.Add($"{operators.Name}.{field.Name}");
        return new(coordinate, compared[0].Type.Unwrapped, (value, _) => Operands(compared, value));
    }

    private static JsonObject Operands(IReadOnlyList<InputValueDefinition> operators, JsonNode? value)
    {
        var operands = new JsonObject();
        foreach (var field in operators)
            operands[field.Name] = field.Type.Nullable is ListType ? new JsonArray(value?.DeepClone()) : value?.DeepClone();
        return operands;
    }

    // A list's entry says of some or all of its items what an entry of an object says of it.
    private InputObjectType Item(InputObjectType entry)
    {
        if (!IsListFilter(entry))
            return entry;
        reached.Add($"{entry.Name}.any");
        return (InputObjectType)entry.Fields["some"]!.Type.Unwrapped;
    }

    private static JsonNode? Wrap(InputObjectType entry, JsonNode? inner) =>
        IsListFilter(entry) ? new JsonObject { ["any"] = true, ["some"] = inner } : inner;

    private static bool IsFilter(InputObjectType input) => input.Name.EndsWith("FilterInput", StringComparison.Ordinal);

    private static bool IsListFilter(InputObjectType input) =>
        input.Name.StartsWith("List", StringComparison.Ordinal) && input.Fields["some"] is not null;

    private static bool IsOperators(InputObjectType input) =>
        input.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal) && !IsListFilter(input);

    /// <summary>Every argument and input field that takes a scalar or an enum value, by the schema alone.</summary>
    private IEnumerable<string> Declared()
    {
        foreach (var input in schema.Types.OfType<InputObjectType>())
        foreach (var field in input.Fields.Where(field => field.Type.Unwrapped is not InputObjectType))
            yield return $"{input.Name}.{field.Name}";
        foreach (var type in schema.Types.OfType<ComplexType>().Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        foreach (var field in type.Fields.Where(_ => type != schema.MutationType && type is ObjectType))
        foreach (var argument in field.Arguments.Where(argument => argument.Type.Unwrapped is not InputObjectType))
            yield return $"{type.Name}.{field.Name}({argument.Name}:)";
    }

    private sealed record Leaf(string Coordinate, NamedType Type, Func<JsonNode?, JsonNode?, JsonNode?> Put);
}
