using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>The input types that hold a filter's operators, one for each kind of compared value.</summary>
internal sealed class OperationInputs(SchemaBinder binder)
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["eq"] = "Equals.",
        ["neq"] = "Does not equal.",
        ["in"] = "Is one of.",
        ["nin"] = "Is none of.",
        ["gt"] = "Is greater than.",
        ["ngt"] = "Is not greater than.",
        ["gte"] = "Is greater than or equal to.",
        ["ngte"] = "Is not greater than or equal to.",
        ["lt"] = "Is less than.",
        ["nlt"] = "Is not less than.",
        ["lte"] = "Is less than or equal to.",
        ["nlte"] = "Is not less than or equal to.",
        ["contains"] = "Contains this text, read literally and with its case.",
        ["ncontains"] = "Does not contain this text.",
        ["startsWith"] = "Starts with this text, read literally and with its case.",
        ["nstartsWith"] = "Does not start with this text.",
        ["endsWith"] = "Ends with this text, read literally and with its case.",
        ["nendsWith"] = "Does not end with this text.",
    };

    private static readonly string[] Equality = ["eq", "neq", "in", "nin"];
    private static readonly string[] Order = [.. Equality, "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private static readonly string[] Text =
    [
        "eq",
        "neq",
        "contains",
        "ncontains",
        "in",
        "nin",
        "startsWith",
        "nstartsWith",
        "endsWith",
        "nendsWith",
    ];

    /// <summary>Null for a scalar that cannot be compared.</summary>
    public InputObjectType? OfScalar(ScalarType scalar)
    {
        if (scalar == StandardScalars.Any || scalar == StandardScalars.Base64String)
            return null;
        if (scalar == StandardScalars.String)
            return Make("StringOperationFilterInput", scalar, scalar, Text, combines: true);
        if (scalar == StandardScalars.Boolean)
            return Make("BooleanOperationFilterInput", scalar, scalar, ["eq", "neq"]);
        var name = scalar == StandardScalars.Uuid ? "Uuid" : scalar.Name;
        var isOrdered = StandardScalars.All.Contains(scalar) && scalar != StandardScalars.Uri;
        return Make(name + "OperationFilterInput", scalar, scalar, isOrdered ? Order : Equality);
    }

    public InputObjectType OfEnum(EnumType type) => Make(type.Name + "OperationFilterInput", type, new NonNullType(type), Equality);

    public InputObjectType OfId() => Make("IdOperationFilterInput", StandardScalars.ID, StandardScalars.ID, Equality);

    public InputObjectType List(string name, InputObjectType item) =>
        binder.Named(
            name,
            ("a list of", item.Name),
            () =>
                new InputObjectType(name)
                {
                    Role = InputRole.Operators,
                    Description = "Conditions on the items of a list; all that are given must be met.",
                },
            input =>
                input.Fields = new([
                    new("all", item) { Description = "Every item meets these conditions." },
                    new("none", item) { Description = "No item meets these conditions." },
                    new("some", item) { Description = "At least one item meets these conditions." },
                    new("any", StandardScalars.Boolean) { Description = "Whether the list has any item." },
                ])
        );

    /// <summary>The entries <c>and</c> and <c>or</c> of a filter.</summary>
    public static IEnumerable<InputValueDefinition> Combinations(InputObjectType input) =>
        [
            new("and", new ListType(new NonNullType(input))) { Description = "All of these are met." },
            new("or", new ListType(new NonNullType(input))) { Description = "At least one of these is met." },
        ];

    private InputObjectType Make(string name, NamedType operand, GraphQLType item, string[] operators, bool combines = false) =>
        binder.Named(
            name,
            ("the operators of", operand.Name),
            () =>
                new InputObjectType(name)
                {
                    Role = InputRole.Operators,
                    Description = $"Conditions on a value of type {operand.Name}; all that are given must be met.",
                },
            input =>
                input.Fields = new([
                    .. combines ? Combinations(input) : [],
                    .. operators.Select(name => new InputValueDefinition(name, name is "in" or "nin" ? new ListType(item) : operand)
                    {
                        Description = Descriptions[name],
                    }),
                ])
        );
}
