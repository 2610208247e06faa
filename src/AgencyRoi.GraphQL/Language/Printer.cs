using System.Text;

namespace AgencyRoi.GraphQL.Language;

/// <summary>
/// Writes a syntax tree as text, in the layout of graphql-js's <c>print</c> to the letter: tools compare such texts. Comments and
/// the original layout are not in the tree; what is printed reads back as an equal tree.
/// </summary>
public sealed partial class Printer
{
    private const int LongestLine = 80;

    private readonly StringBuilder text = new();
    private int indentation;
    private int lineBreaks;
    private int indentationWritten;

    private Printer() { }

    public static string Print(SyntaxNode node)
    {
        var printer = new Printer();
        printer.Write(node);
        return printer.text.ToString();
    }

    private void Write(SyntaxNode node)
    {
        switch (node)
        {
            case NameNode name:
                Write(name.Value);
                break;
            case DocumentNode document:
                WriteSeparated(document.Definitions, "\n\n");
                break;
            case SelectionSetNode selectionSet:
                WriteBlock(selectionSet.Selections);
                break;
            case FieldNode field:
                WriteField(field);
                break;
            case ArgumentNode argument:
                WritePair(argument.Name, argument.Value);
                break;
            case DirectiveNode directive:
                Write("@");
                Write(directive.Name);
                WriteInParentheses(directive.Arguments);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case ObjectFieldNode field:
                WritePair(field.Name, field.Value);
                break;
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteFragmentDefinition(fragment);
                break;
            case VariableDefinitionNode variable:
                WriteDescription(variable.Description);
                WritePair(variable.Variable, variable.Type);
                WriteDefault(variable.DefaultValue);
                WriteDirectives(variable.Directives);
                break;
            case FragmentSpreadNode spread:
                Write("...");
                Write(spread.Name);
                WriteDirectives(spread.Directives);
                break;
            case InlineFragmentNode fragment:
                WriteInlineFragment(fragment);
                break;
            default:
                WriteTypeSystem(node);
                break;
        }
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                Write(named.Name);
                break;
            case ListTypeNode list:
                Write("[");
                Write(list.Type);
                Write("]");
                break;
            case NonNullTypeNode nonNull:
                Write(nonNull.Type);
                Write("!");
                break;
        }
    }

    private void WritePair(SyntaxNode key, SyntaxNode value)
    {
        Write(key);
        Write(": ");
        Write(value);
    }

    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            Write(" ");
            Write(directive);
        }
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null)
            return;
        Write(description);
        Write("\n");
    }

    private void WriteDefault(ValueNode? value)
    {
        if (value is null)
            return;
        Write(" = ");
        Write(value);
    }

    private void WriteSeparated(IReadOnlyList<SyntaxNode> nodes, string separator)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (i > 0)
                Write(separator);
            Write(nodes[i]);
        }
    }

    /// <summary>Nothing for no nodes: an empty pair of braces is not in the grammar.</summary>
    private void WriteBlock(IReadOnlyList<SyntaxNode> nodes, string before = "")
    {
        if (nodes.Count == 0)
            return;
        Write(before);
        Write("{");
        WriteIndentedLines(nodes);
        Write("}");
    }

    private void WriteIndentedLines(IReadOnlyList<SyntaxNode> nodes)
    {
        indentation += 2;
        Write("\n");
        WriteSeparated(nodes, "\n");
        indentation -= 2;
        Write("\n");
    }

    private void WriteInParentheses(IReadOnlyList<SyntaxNode> nodes)
    {
        if (nodes.Count == 0)
            return;
        Write("(");
        WriteSeparated(nodes, ", ");
        Write(")");
    }

    /// <summary>A line break takes the indentation with it, inside a block string too.</summary>
    private void Write(string value)
    {
        if (!value.Contains('\n'))
        {
            text.Append(value);
            return;
        }
        foreach (var line in value.AsSpan().Split('\n'))
        {
            if (line.Start.Value > 0)
            {
                text.Append('\n').Append(' ', indentation);
                lineBreaks++;
                indentationWritten += indentation;
            }
            text.Append(value.AsSpan(line));
        }
    }
}
