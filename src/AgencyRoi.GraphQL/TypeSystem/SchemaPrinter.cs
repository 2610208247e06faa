using System.Text;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// Writes a schema as SDL in the layout of graphql-js's <c>printSchema</c>: a reviewed file changes only where the schema does.
/// What every server has is left out. Unlike there, directives applied to definitions are written too: <c>@cost</c> is part of
/// what a client must know.
/// </summary>
public sealed class SchemaPrinter
{
    private const string Indent = "  ";

    private readonly bool isSorted;
    private readonly StringBuilder text = new();

    private SchemaPrinter(bool isSorted) => this.isSorted = isSorted;

    /// <summary>The text, without a line break at its end.</summary>
    /// <param name="schema">The schema to write.</param>
    /// <param name="isSorted">Everything by name, as graphql-js's <c>lexicographicSortSchema</c> does; else in the order of definition.</param>
    public static string Print(Schema schema, bool isSorted = true)
    {
        ArgumentNullException.ThrowIfNull(schema);
        var printer = new SchemaPrinter(isSorted);
        printer.WriteSchema(schema);
        return printer.text.ToString();
    }

    private void WriteSchema(Schema schema)
    {
        if (NeedsDefinition(schema))
            WriteSchemaDefinition(schema);
        foreach (var directive in ByName(schema.Directives, directive => directive.Name))
        {
            if (!BuiltInDirectives.IsBuiltIn(directive.Name))
                WriteDirectiveDefinition(directive);
        }
        foreach (var type in ByName(schema.Types, type => type.Name))
        {
            if (!Introspection.IsIntrospectionType(type) && !StandardScalars.IsBuiltIn(type.Name))
                WriteType(type);
        }
    }

    /// <summary>Without a definition, the roots are the types of the default names: https://spec.graphql.org/September2025/#sec-Root-Operation-Types.Default-Root-Operation-Type-Names</summary>
    private static bool NeedsDefinition(Schema schema) =>
        schema.Description is not null
        || schema.AppliedDirectives.Count > 0
        || Enum.GetValues<OperationType>()
            .Any(operation => schema.RootType(operation) != schema.FindType(operation.ToString()) as ObjectType);

    private void WriteSchemaDefinition(Schema schema)
    {
        StartDefinition(schema.Description);
        text.Append("schema");
        WriteApplied(schema.AppliedDirectives);
        text.Append(" {\n");
        foreach (var operation in Enum.GetValues<OperationType>())
        {
            if (schema.RootType(operation) is { } root)
                text.Append(Indent).Append(operation.ToString().ToLowerInvariant()).Append(": ").Append(root.Name).Append('\n');
        }
        text.Append('}');
    }

    private void WriteDirectiveDefinition(DirectiveDefinition directive)
    {
        StartDefinition(directive.Description);
        text.Append("directive @").Append(directive.Name);
        WriteArguments(directive.Arguments, indentation: "");
        text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
        text.AppendJoin(" | ", ByName(directive.Locations.Select(DirectiveLocationName.Of), name => name));
    }

    private void WriteType(NamedType type)
    {
        StartDefinition(type.Description);
        switch (type)
        {
            case ScalarType scalar:
                text.Append("scalar ").Append(type.Name);
                WriteBuiltIn("specifiedBy", "url", scalar.SpecifiedBy);
                WriteApplied(type.Directives);
                break;
            case ComplexType complex:
                text.Append(complex is ObjectType ? "type " : "interface ").Append(type.Name);
                if (complex.Interfaces.Count > 0)
                    text.Append(" implements ").AppendJoin(" & ", ByName(complex.Interfaces, implemented => implemented.Name));
                WriteApplied(type.Directives);
                WriteBlock(complex.Fields, field => field.Description, WriteField);
                break;
            case UnionType union:
                text.Append("union ").Append(type.Name);
                WriteApplied(type.Directives);
                text.Append(" = ").AppendJoin(" | ", ByName(union.Types, member => member.Name));
                break;
            case EnumType enumType:
                text.Append("enum ").Append(type.Name);
                WriteApplied(type.Directives);
                WriteBlock(enumType.Values, value => value.Description, WriteEnumValue);
                break;
            case InputObjectType input:
                text.Append("input ").Append(type.Name).Append(input.IsOneOf ? " @oneOf" : "");
                WriteApplied(type.Directives);
                WriteBlock(input.Fields, field => field.Description, WriteInput);
                break;
        }
    }

    private void WriteField(FieldDefinition field)
    {
        text.Append(field.Name);
        WriteArguments(field.Arguments, Indent);
        text.Append(": ").Append(field.Type);
        WriteDeprecation(field.DeprecationReason);
        WriteApplied(field.Directives);
    }

    private void WriteEnumValue(EnumValueDefinition value)
    {
        text.Append(value.Name);
        WriteDeprecation(value.DeprecationReason);
        WriteApplied(value.Directives);
    }

    private void WriteInput(InputValueDefinition input)
    {
        text.Append(input.Name).Append(": ").Append(input.Type);
        if (input.DefaultValue is not null)
            text.Append(" = ").Append(Printer.Print(input.DefaultValue));
        WriteDeprecation(input.DeprecationReason);
        WriteApplied(input.Directives);
    }

    /// <summary>On one line, unless one of them has a description.</summary>
    private void WriteArguments(MemberList<InputValueDefinition> arguments, string indentation)
    {
        if (arguments.Count == 0)
            return;
        text.Append('(');
        if (arguments.All(argument => argument.Description is null))
        {
            var separator = "";
            foreach (var argument in ByName(arguments, argument => argument.Name))
            {
                text.Append(separator);
                WriteInput(argument);
                separator = ", ";
            }
        }
        else
        {
            text.Append('\n');
            WriteLines(arguments, argument => argument.Description, WriteInput, indentation + Indent);
            text.Append(indentation);
        }
        text.Append(')');
    }

    private void WriteBlock<T>(MemberList<T> members, Func<T, string?> description, Action<T> write)
        where T : class, INamedMember
    {
        if (members.Count == 0)
            return;
        text.Append(" {\n");
        WriteLines(members, description, write, Indent);
        text.Append('}');
    }

    /// <summary>A blank line stands before every member with a description, except the first.</summary>
    private void WriteLines<T>(MemberList<T> members, Func<T, string?> description, Action<T> write, string indentation)
        where T : class, INamedMember
    {
        var isFirst = true;
        foreach (var member in ByName(members, member => member.Name))
        {
            if (description(member) is not null && !isFirst)
                text.Append('\n');
            WriteDescription(description(member), indentation);
            text.Append(indentation);
            write(member);
            text.Append('\n');
            isFirst = false;
        }
    }

    private void StartDefinition(string? description)
    {
        if (text.Length > 0)
            text.Append("\n\n");
        WriteDescription(description, indentation: "");
    }

    private void WriteDescription(string? description, string indentation)
    {
        if (description is null)
            return;
        var literal = Printer.Print(new StringValueNode(description, BlockString.CanHold(description)));
        text.Append(indentation).Append(literal.Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n');
    }

    private void WriteDeprecation(string? reason)
    {
        if (reason is BuiltInDirectives.DefaultDeprecationReason)
            text.Append(" @deprecated");
        else
            WriteBuiltIn("deprecated", "reason", reason);
    }

    private void WriteBuiltIn(string directive, string argument, string? value)
    {
        if (value is not null)
            WriteApplied([new AppliedDirective(directive, [new ArgumentNode(new NameNode(argument), new StringValueNode(value))])]);
    }

    private void WriteApplied(IReadOnlyList<AppliedDirective> directives)
    {
        foreach (var directive in directives)
            text.Append(' ').Append(Printer.Print(new DirectiveNode(new NameNode(directive.Name), directive.Arguments)));
    }

    private IEnumerable<T> ByName<T>(IEnumerable<T> items, Func<T, string> nameOf) =>
        isSorted ? items.OrderBy(nameOf, NaturalOrder.Comparer) : items;
}
