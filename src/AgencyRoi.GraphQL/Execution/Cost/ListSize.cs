using System.Collections;
using System.Globalization;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>
/// How many items a field of a document gives: what its slicing arguments say, at most the assumed size; without them the default of the
/// directive. A list as a slicing argument counts by its items. https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive
/// </summary>
internal sealed class ListSize
{
    private readonly double? given;
    private readonly string[] variables = [];
    private readonly double withoutArguments;
    private readonly double most = double.PositiveInfinity;
    private readonly double listsWithin = 1;
    private readonly int givenArguments;

    private ListSize(double size) => withoutArguments = size;

    private ListSize(AppliedDirective directive, FieldDefinition field, FieldNode node, double defaultSize)
    {
        var slicing = Names(directive, "slicingArguments");
        var assumed = Number(directive, "assumedSize");
        withoutArguments = Number(directive, "slicingArgumentDefaultValue") ?? assumed ?? defaultSize;
        most = slicing.Length > 0 ? assumed ?? most : most;
        IsStrict = slicing.Length > 0 && Value(directive, "requireOneSlicingArgument") is not BooleanValueNode { Value: false };
        foreach (var name in slicing)
        {
            var value = node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
            if (value is VariableNode variable)
                variables = [.. variables, variable.Name.Value];
            else if (SizeOf(value ?? field.Arguments[name]?.DefaultValue) is { } size)
            {
                given = Math.Max(given ?? 0, size);
                givenArguments++;
            }
        }
        listsWithin = Lists(field.Type, defaultSize) / (field.Type.Nullable is ListType ? defaultSize : 1);
        IsPaged = slicing.Any(name => field.Arguments[name]?.Type.Nullable is ScalarType);
        SizedFields = Names(directive, "sizedFields");
    }

    /// <summary>Of a field that is no list.</summary>
    public static ListSize One { get; } = new(1);

    /// <summary>Whether the size is a number that the caller gives, such as <c>first</c>.</summary>
    public bool IsPaged { get; }

    /// <summary>Whether the directive demands exactly one slicing argument.</summary>
    public bool IsStrict { get; }

    /// <summary>The fields below that have this size, instead of the field itself.</summary>
    public string[] SizedFields { get; } = [];

    public bool IsFixed => variables.Length == 0;

    /// <summary>The size that the schema and the document give to a field.</summary>
    public static ListSize For(FieldDefinition field, FieldNode node, double defaultSize)
    {
        foreach (var directive in field.Directives)
        {
            if (directive.Name == "listSize")
                return new ListSize(directive, field, node, defaultSize);
        }
        return field.Type.Nullable is ListType ? new ListSize(Lists(field.Type, defaultSize)) : One;
    }

    public double Of(IReadOnlyDictionary<string, object?> values)
    {
        var size = given;
        foreach (var variable in variables)
        {
            if (SizeOf(values.GetValueOrDefault(variable)) is { } number)
                size = Math.Max(size ?? 0, number);
        }
        return Math.Min(size ?? withoutArguments, most) * listsWithin;
    }

    /// <summary>Whether the request gives none or several of the slicing arguments.</summary>
    public bool IsAmbiguous(IReadOnlyDictionary<string, object?> values) =>
        givenArguments + variables.Count(variable => values.GetValueOrDefault(variable) is not null) != 1;

    private static double Lists(GraphQLType type, double defaultSize) =>
        type.Nullable is ListType list ? defaultSize * Lists(list.OfType, defaultSize) : 1;

    private static double? SizeOf(ValueNode? literal) =>
        literal switch
        {
            null or NullValueNode => null,
            IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
            ListValueNode list => list.Values.Count,
            _ => 1,
        };

    private static double? SizeOf(object? value) =>
        value switch
        {
            null => null,
            int number => number,
            long number => number,
            ICollection list => list.Count,
            _ => 1,
        };

    private static double? Number(AppliedDirective directive, string argument) => SizeOf(Value(directive, argument));

    private static string[] Names(AppliedDirective directive, string argument) =>
        Value(directive, argument) is ListValueNode list ? [.. list.Values.OfType<StringValueNode>().Select(name => name.Value)] : [];

    private static ValueNode? Value(AppliedDirective directive, string argument)
    {
        foreach (var given in directive.Arguments)
        {
            if (given.Name.Value == argument)
                return given.Value;
        }
        return null;
    }
}
