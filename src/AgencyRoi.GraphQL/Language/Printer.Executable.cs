using System.Globalization;

namespace AgencyRoi.GraphQL.Language;

public sealed partial class Printer
{
    private void WriteOperation(OperationDefinitionNode operation)
    {
        var isShorthand =
            operation is
            { Operation: OperationType.Query, Description: null, Name: null, VariableDefinitions.Count: 0, Directives.Count: 0 };
        if (!isShorthand)
        {
            WriteDescription(operation.Description);
            Write(Keyword(operation.Operation));
            if (operation.Name is not null || operation.VariableDefinitions.Count > 0)
                Write(" ");
            if (operation.Name is not null)
                Write(operation.Name);
            WriteVariableDefinitions(operation.VariableDefinitions);
            WriteDirectives(operation.Directives);
            Write(" ");
        }
        Write(operation.SelectionSet);
    }

    private static string Keyword(OperationType operation) =>
        operation switch
        {
            OperationType.Query => "query",
            OperationType.Mutation => "mutation",
            _ => "subscription",
        };

    /// <summary>On one line unless one of them has a line break, a description for example; graphql-js does not indent them then.</summary>
    private void WriteVariableDefinitions(IReadOnlyList<VariableDefinitionNode> definitions)
    {
        var before = Mark();
        WriteInParentheses(definitions);
        if (lineBreaks == before.LineBreaks)
            return;
        CutBackTo(before);
        Write("(\n");
        WriteSeparated(definitions, "\n");
        Write("\n)");
    }

    private void WriteField(FieldNode field)
    {
        var before = Mark();
        if (field.Alias is not null)
        {
            Write(field.Alias);
            Write(": ");
        }
        Write(field.Name);

        var beforeArguments = Mark();
        WriteInParentheses(field.Arguments);
        if (field.Arguments.Count > 0 && LengthSince(before) > LongestLine)
        {
            CutBackTo(beforeArguments);
            Write("(");
            WriteIndentedLines(field.Arguments);
            Write(")");
        }

        WriteDirectives(field.Directives);
        if (field.SelectionSet is not null)
            WriteBlock(field.SelectionSet.Selections, before: " ");
    }

    private void WriteInlineFragment(InlineFragmentNode fragment)
    {
        Write("...");
        if (fragment.TypeCondition is not null)
        {
            Write(" on ");
            Write(fragment.TypeCondition);
        }
        WriteDirectives(fragment.Directives);
        WriteBlock(fragment.SelectionSet.Selections, before: " ");
    }

    private void WriteFragmentDefinition(FragmentDefinitionNode fragment)
    {
        WriteDescription(fragment.Description);
        Write("fragment ");
        Write(fragment.Name);
        Write(" on ");
        Write(fragment.TypeCondition);
        WriteDirectives(fragment.Directives);
        Write(" ");
        Write(fragment.SelectionSet);
    }

    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                Write("$");
                Write(variable.Name);
                break;
            case IntValueNode number:
                Write(number.Value);
                break;
            case FloatValueNode number:
                Write(number.Value);
                break;
            case StringValueNode { IsBlock: true } block:
                Write(BlockString.Print(block.Value));
                break;
            case StringValueNode line:
                WriteEscaped(line.Value);
                break;
            case BooleanValueNode boolean:
                Write(boolean.Value ? "true" : "false");
                break;
            case NullValueNode:
                Write("null");
                break;
            case EnumValueNode name:
                Write(name.Value);
                break;
            case ListValueNode list:
                Write("[");
                WriteSeparated(list.Values, ", ");
                Write("]");
                break;
            case ObjectValueNode record:
                Write("{");
                WriteSeparated(record.Fields, ", ");
                Write("}");
                break;
        }
    }

    private void WriteEscaped(string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' or (>= '\x7F' and <= '\x9F') => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }
        text.Append('"');
    }

    // What does not fit on a line is written a second time over several: simpler than to measure it beforehand.
    private Position Mark() => new(text.Length, lineBreaks, indentationWritten);

    private int LengthSince(Position position) => text.Length - position.Length - (indentationWritten - position.IndentationWritten);

    private void CutBackTo(Position position) => (text.Length, lineBreaks, indentationWritten) = position;

    private readonly record struct Position(int Length, int LineBreaks, int IndentationWritten);
}
