using System.Globalization;
using System.Reflection;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>The directives of the cost specification (https://ibm.github.io/graphql-specs/cost-spec.html), as HotChocolate prints them.</summary>
internal static class CostDirectives
{
    public static IReadOnlyList<DirectiveDefinition> All { get; } =
    [
        new("cost")
        {
            Description = "The weight of an element in the cost of an operation.",
            Locations =
            [
                DirectiveLocation.Scalar,
                DirectiveLocation.Object,
                DirectiveLocation.FieldDefinition,
                DirectiveLocation.ArgumentDefinition,
                DirectiveLocation.Enum,
                DirectiveLocation.InputFieldDefinition,
            ],
            Arguments = new([Argument("weight", new NonNullType(StandardScalars.String), "The weight as a decimal number.")]),
        },
        new("listSize")
        {
            Description = "How many items a list has, for the cost of an operation.",
            Locations = [DirectiveLocation.FieldDefinition],
            Arguments = new([
                Argument("assumedSize", StandardScalars.Int, "The size at most, when nothing else tells."),
                Argument("slicingArguments", NamesList, "The arguments that limit the size."),
                Argument("slicingArgumentDefaultValue", StandardScalars.Int, "The size when no slicing argument is given."),
                Argument("sizedFields", NamesList, "The fields below that hold the list."),
                Argument(
                    "requireOneSlicingArgument",
                    new NonNullType(StandardScalars.Boolean),
                    "Whether exactly one slicing argument must be given.",
                    new BooleanValueNode(true)
                ),
            ]),
        },
    ];

    private static GraphQLType NamesList => new ListType(new NonNullType(StandardScalars.String));

    /// <summary>The weight of a field that is loaded.</summary>
    public static AppliedDirective Load { get; } = Cost(10);

    public static IReadOnlyList<AppliedDirective> Of(MemberInfo member, bool isLoaded)
    {
        var applied = new List<AppliedDirective>();
        if (member.Find<CostAttribute>() is { } stated)
            applied.Add(Cost(stated.Weight));
        else if (isLoaded)
            applied.Add(Load);
        if (member.Find<ListSizeAttribute>() is { } size)
            applied.Add(ListSize(size));
        return applied;
    }

    private static AppliedDirective Cost(double weight) =>
        new("cost", [Given("weight", new StringValueNode(weight.ToString("0.0###", CultureInfo.InvariantCulture)))]);

    public static AppliedDirective ListSize(ListSizeAttribute size)
    {
        var arguments = new List<ArgumentNode>();
        if (size.AssumedSize > 0)
            arguments.Add(Given("assumedSize", Number(size.AssumedSize)));
        if (size.SlicingArguments.Length > 0)
            arguments.Add(Given("slicingArguments", Names(size.SlicingArguments)));
        if (size.SlicingArgumentDefaultValue > 0)
            arguments.Add(Given("slicingArgumentDefaultValue", Number(size.SlicingArgumentDefaultValue)));
        if (size.SizedFields.Length > 0)
            arguments.Add(Given("sizedFields", Names(size.SizedFields)));
        if (!size.RequireOneSlicingArgument || size.SlicingArguments.Length == 0)
            arguments.Add(Given("requireOneSlicingArgument", new BooleanValueNode(false)));
        return new("listSize", arguments);
    }

    private static ArgumentNode Given(string name, ValueNode value) => new(new NameNode(name), value);

    private static IntValueNode Number(int value) => new(value.ToString(CultureInfo.InvariantCulture));

    private static ListValueNode Names(IEnumerable<string> names) => new([.. names.Select(name => new StringValueNode(name))]);

    private static InputValueDefinition Argument(string name, GraphQLType type, string description, ValueNode? defaultValue = null) =>
        new(name, type) { Description = description, DefaultValue = defaultValue };
}
