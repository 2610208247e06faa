namespace AgencyRoi.GraphQL.Language;

public sealed partial class Printer
{
    private void WriteTypeSystem(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                WriteKeyword(schema, "schema");
                WriteDirectives(schema.Directives);
                WriteBlock(schema.OperationTypes, before: " ");
                break;
            case OperationTypeDefinitionNode operationType:
                Write(Keyword(operationType.Operation));
                Write(": ");
                Write(operationType.Type);
                break;
            case ScalarTypeDefinitionNode scalar:
                WriteHead(scalar, "scalar ");
                break;
            case ObjectTypeDefinitionNode type:
                WriteComplexType(type, "type ");
                break;
            case InterfaceTypeDefinitionNode type:
                WriteComplexType(type, "interface ");
                break;
            case FieldDefinitionNode field:
                WriteFieldDefinition(field);
                break;
            case InputValueDefinitionNode input:
                WriteDescription(input.Description);
                WritePair(input.Name, input.Type);
                WriteDefault(input.DefaultValue);
                WriteDirectives(input.Directives);
                break;
            case UnionTypeDefinitionNode union:
                WriteHead(union, "union ");
                if (union.Types.Count > 0)
                    Write(" = ");
                WriteSeparated(union.Types, " | ");
                break;
            case EnumTypeDefinitionNode type:
                WriteHead(type, "enum ");
                WriteBlock(type.Values, before: " ");
                break;
            case EnumValueDefinitionNode value:
                WriteDescription(value.Description);
                Write(value.Name);
                WriteDirectives(value.Directives);
                break;
            case InputObjectTypeDefinitionNode type:
                WriteHead(type, "input ");
                WriteBlock(type.Fields, before: " ");
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
            default:
                throw new ArgumentException($"{node.Kind} is no node of the grammar.", nameof(node));
        }
    }

    private void WriteKeyword(TypeSystemDefinitionNode definition, string keyword)
    {
        WriteDescription(definition.Description);
        if (definition.IsExtension)
            Write("extend ");
        Write(keyword);
    }

    /// <summary>Keyword, name and directives: all that comes before the members of most types.</summary>
    private void WriteHead(TypeDefinitionNode definition, string keyword)
    {
        WriteKeyword(definition, keyword);
        Write(definition.Name);
        WriteDirectives(definition.Directives);
    }

    private void WriteComplexType(ComplexTypeDefinitionNode type, string keyword)
    {
        WriteKeyword(type, keyword);
        Write(type.Name);
        if (type.Interfaces.Count > 0)
            Write(" implements ");
        WriteSeparated(type.Interfaces, " & ");
        WriteDirectives(type.Directives);
        WriteBlock(type.Fields, before: " ");
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        Write(field.Name);
        WriteArgumentDefinitions(field.Arguments);
        Write(": ");
        Write(field.Type);
        WriteDirectives(field.Directives);
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        WriteDescription(directive.Description);
        Write("directive @");
        Write(directive.Name);
        WriteArgumentDefinitions(directive.Arguments);
        if (directive.IsRepeatable)
            Write(" repeatable");
        Write(" on ");
        WriteSeparated(directive.Locations, " | ");
    }

    /// <summary>On one line unless one of them has a line break, a description for example.</summary>
    private void WriteArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        var before = Mark();
        WriteInParentheses(arguments);
        if (lineBreaks == before.LineBreaks)
            return;
        CutBackTo(before);
        Write("(");
        WriteIndentedLines(arguments);
        Write(")");
    }
}
