namespace AgencyRoi.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System; an extension is the same node with <see cref="IsExtension"/> set.</summary>
internal abstract class TypeSystemDefinitionNode : DefinitionNode
{
    public StringValueNode? Description { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
    public bool IsExtension { get; init; }
}

internal sealed class SchemaDefinitionNode : TypeSystemDefinitionNode
{
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.SchemaExtension : SyntaxKind.SchemaDefinition;
    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; init; } = [];
}

internal sealed class OperationTypeDefinitionNode(OperationType operation, NamedTypeNode type) : SyntaxNode
{
    public override SyntaxKind Kind => SyntaxKind.OperationTypeDefinition;
    public OperationType Operation { get; } = operation;
    public NamedTypeNode Type { get; } = type;
}

/// <summary>How the definition of any named type begins, up to its name.</summary>
internal readonly record struct TypeHead(int Start, bool IsExtension, StringValueNode? Description, NameNode Name);

/// <summary>A definition of a named type or an extension of one.</summary>
internal abstract class TypeDefinitionNode : TypeSystemDefinitionNode
{
    protected TypeDefinitionNode(TypeHead head) =>
        (Start, IsExtension, Description, Name) = (head.Start, head.IsExtension, head.Description, head.Name);

    public NameNode Name { get; }
}

internal sealed class ScalarTypeDefinitionNode(TypeHead head) : TypeDefinitionNode(head)
{
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ScalarTypeExtension : SyntaxKind.ScalarTypeDefinition;
}

/// <summary>An object or interface definition: both have fields and may implement interfaces.</summary>
internal abstract class ComplexTypeDefinitionNode(TypeHead head) : TypeDefinitionNode(head)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; init; } = [];
    public IReadOnlyList<FieldDefinitionNode> Fields { get; init; } = [];
}

internal sealed class ObjectTypeDefinitionNode(TypeHead head) : ComplexTypeDefinitionNode(head)
{
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.ObjectTypeExtension : SyntaxKind.ObjectTypeDefinition;
}

internal sealed class InterfaceTypeDefinitionNode(TypeHead head) : ComplexTypeDefinitionNode(head)
{
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InterfaceTypeExtension : SyntaxKind.InterfaceTypeDefinition;
}

internal sealed class FieldDefinitionNode : SyntaxNode
{
    public override SyntaxKind Kind => SyntaxKind.FieldDefinition;
    public StringValueNode? Description { get; init; }
    public required NameNode Name { get; init; }
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];
    public required TypeNode Type { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
internal sealed class InputValueDefinitionNode : SyntaxNode
{
    public override SyntaxKind Kind => SyntaxKind.InputValueDefinition;
    public StringValueNode? Description { get; init; }
    public required NameNode Name { get; init; }
    public required TypeNode Type { get; init; }
    public ValueNode? DefaultValue { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

internal sealed class UnionTypeDefinitionNode(TypeHead head) : TypeDefinitionNode(head)
{
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.UnionTypeExtension : SyntaxKind.UnionTypeDefinition;
    public IReadOnlyList<NamedTypeNode> Types { get; init; } = [];
}

internal sealed class EnumTypeDefinitionNode(TypeHead head) : TypeDefinitionNode(head)
{
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.EnumTypeExtension : SyntaxKind.EnumTypeDefinition;
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; init; } = [];
}

internal sealed class EnumValueDefinitionNode : SyntaxNode
{
    public override SyntaxKind Kind => SyntaxKind.EnumValueDefinition;
    public StringValueNode? Description { get; init; }
    public required NameNode Name { get; init; }
    public IReadOnlyList<DirectiveNode> Directives { get; init; } = [];
}

internal sealed class InputObjectTypeDefinitionNode(TypeHead head) : TypeDefinitionNode(head)
{
    public override SyntaxKind Kind => IsExtension ? SyntaxKind.InputObjectTypeExtension : SyntaxKind.InputObjectTypeDefinition;
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; init; } = [];
}

internal sealed class DirectiveDefinitionNode : TypeSystemDefinitionNode
{
    public override SyntaxKind Kind => SyntaxKind.DirectiveDefinition;
    public required NameNode Name { get; init; }
    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; init; } = [];
    public bool IsRepeatable { get; init; }
    public required IReadOnlyList<NameNode> Locations { get; init; }
}
