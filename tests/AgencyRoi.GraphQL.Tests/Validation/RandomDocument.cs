using System.Text;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Validation;

/// <summary>
/// Writes a document over a schema from a seed. One in four is valid; the others are wrong at every place with a probability
/// that the seed chooses, and have variables, and fragments that may spread each other in circles.
/// </summary>
internal sealed class RandomDocument
{
    private static readonly string[] Names = ["id", "title", "length", "pages", "nope", "from", "if", "F0", "Book", "x"];

    private readonly Schema schema;
    private readonly Random random;
    private readonly double mistakes;
    private readonly bool isValid;
    private readonly NamedType[] composites;
    private readonly StringBuilder text = new();
    private readonly int fragments;
    private int variables;
    private int aliases;

    private RandomDocument(Schema schema, int seed)
    {
        this.schema = schema;
        random = new Random(seed);
        mistakes = random.Next(4) * 0.05;
        isValid = mistakes == 0;
        fragments = isValid ? 0 : random.Next(5);
        composites = [.. schema.Types.Where(type => type.IsCompositeType && type.Name[0] != '_')];
    }

    public static string Of(Schema schema, int seed)
    {
        var document = new RandomDocument(schema, seed);
        var operations = document.Chance(0.8) ? 1 : 3;
        for (var i = 0; i < operations; i++)
            document.WriteOperation(operations > 1 ? $"Q{i}" : "");
        for (var i = 0; i < document.fragments; i++)
            document.WriteFragment(i);
        return document.text.ToString();
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private string Name(string right) => Chance(mistakes) ? Pick(Names) : right;

    private void WriteOperation(string name)
    {
        ObjectType?[] roots = [schema.QueryType, schema.QueryType, schema.MutationType, schema.SubscriptionType];
        var root = (isValid ? null : Pick(roots)) ?? schema.QueryType;
        variables = isValid ? 0 : random.Next(3);
        var kind =
            root == schema.QueryType ? "query"
            : root == schema.MutationType ? "mutation"
            : "subscription";
        text.Append(kind).Append(' ').Append(Name(name));
        if (variables > 0)
            text.Append('(').AppendJoin(", ", Enumerable.Range(0, variables).Select(i => $"$v{i}: {InputTypeName()}")).Append(')');
        WriteDirectives();
        WriteSelectionSet(root, 1);
    }

    private void WriteFragment(int index)
    {
        text.Append(" fragment ").Append(Name($"F{index}")).Append(" on ").Append(Name(Pick(composites).Name));
        WriteDirectives();
        WriteSelectionSet(Pick(composites), 3);
    }

    private void WriteSelectionSet(NamedType type, int depth)
    {
        text.Append(" { ");
        for (var count = random.Next(1, 5); count > 0; count--)
            WriteSelection(type, depth);
        text.Append("} ");
    }

    private void WriteSelection(NamedType type, int depth)
    {
        if (fragments > 0 && Chance(0.15))
            text.Append("...F").Append(random.Next(fragments));
        else if (depth < 7 && Chance(0.15))
        {
            var condition = isValid ? type : Pick(composites);
            text.Append("... on ").Append(Name(condition.Name));
            WriteDirectives();
            WriteSelectionSet(condition, depth + 1);
        }
        else if (depth < 7 && type is ComplexType { Fields: { Count: > 0 } fields } && !Chance(0.1))
            WriteField(Pick(fields), depth);
        else
            text.Append("__typename ");
        text.Append(' ');
    }

    private void WriteField(FieldDefinition field, int depth)
    {
        if (isValid || Chance(0.3))
            text.Append(isValid ? $"a{aliases++}" : Pick(Names)).Append(": ");
        text.Append(Name(field.Name));
        WriteArguments(field.Arguments);
        WriteDirectives();
        if (field.Type.IsCompositeType != Chance(mistakes))
            WriteSelectionSet(field.Type.Unwrapped, depth + 1);
    }

    private void WriteArguments(IReadOnlyList<InputValueDefinition> arguments)
    {
        var given = arguments.Where(argument => argument.IsRequired || Chance(0.4)).Where(_ => !Chance(mistakes)).ToArray();
        if (given.Length > 0)
            text.Append('(').AppendJoin(", ", given.Select(argument => $"{Name(argument.Name)}: {Value(argument.Type, 0)}")).Append(')');
    }

    private void WriteDirectives()
    {
        while (Chance(0.1))
        {
            var directive = isValid ? schema.Directives["tag"]! : Pick(schema.Directives);
            text.Append(" @").Append(Name(directive.Name));
            WriteArguments(directive.Arguments);
        }
        text.Append(' ');
    }

    private string Value(GraphQLType type, int depth)
    {
        if (Chance(mistakes))
            return Pick(["null", "1.5", "\"x\"", "{ from: 1, from: 2 }", "[[1]]", "NOPE", "true", "$undefined"]);
        if (variables > 0 && Chance(0.15))
            return $"$v{random.Next(variables)}";
        return type switch
        {
            NonNullType nonNull => Value(nonNull.OfType, depth),
            ListType list => $"[{string.Join(", ", Enumerable.Range(0, random.Next(3)).Select(_ => Value(list.OfType, depth + 1)))}]",
            EnumType values => Pick(values.Values).Name,
            InputObjectType input when depth < 5 => Object(input, depth),
            InputObjectType => "null",
            { Unwrapped.Name: "Int" } => "1",
            { Unwrapped.Name: "Float" } => "2.5",
            { Unwrapped.Name: "Boolean" } => "true",
            _ => "\"x\"",
        };
    }

    private string Object(InputObjectType input, int depth)
    {
        var fields = input.IsOneOf ? [Pick(input.Fields)] : input.Fields.Where(field => field.IsRequired || Chance(0.3)).ToArray();
        return $"{{ {string.Join(", ", fields.Select(field => $"{Name(field.Name)}: {Value(field.Type, depth + 1)}"))} }}";
    }

    private string InputTypeName()
    {
        var name = Chance(mistakes) ? Pick(composites).Name : Pick(["Int", "String", "ID", "WorkFilter", "WorkKey", "[Int!]", "Boolean"]);
        return Chance(0.4) ? name + "!" : name;
    }
}
