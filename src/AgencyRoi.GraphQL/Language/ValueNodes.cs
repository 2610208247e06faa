namespace AgencyRoi.GraphQL.Language;

/// <summary>https://spec.graphql.org/September2025/#sec-Input-Values</summary>
public abstract class ValueNode : SyntaxNode;

public sealed class VariableNode(NameNode name) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.Variable;
    public NameNode Name { get; } = name;
}

/// <summary>The digits as written: any size, decided by the type that reads them.</summary>
internal sealed class IntValueNode(string value) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.IntValue;
    public string Value { get; } = value;
}

/// <summary>The number as written, with its fraction or exponent.</summary>
internal sealed class FloatValueNode(string value) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.FloatValue;
    public string Value { get; } = value;
}

internal sealed class StringValueNode(string value, bool isBlock = false) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.StringValue;

    /// <summary>The value after escapes, and for a block string after its indentation is taken away.</summary>
    public string Value { get; } = value;
    public bool IsBlock { get; } = isBlock;
}

internal sealed class BooleanValueNode(bool value) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.BooleanValue;
    public bool Value { get; } = value;
}

internal sealed class NullValueNode : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.NullValue;
}

internal sealed class EnumValueNode(string value) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.EnumValue;
    public string Value { get; } = value;
}

internal sealed class ListValueNode(IReadOnlyList<ValueNode> values) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.ListValue;
    public IReadOnlyList<ValueNode> Values { get; } = values;
}

internal sealed class ObjectValueNode(IReadOnlyList<ObjectFieldNode> fields) : ValueNode
{
    public override SyntaxKind Kind => SyntaxKind.ObjectValue;
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

internal sealed class ObjectFieldNode(NameNode name, ValueNode value) : SyntaxNode
{
    public override SyntaxKind Kind => SyntaxKind.ObjectField;
    public NameNode Name { get; } = name;
    public ValueNode Value { get; } = value;
}
