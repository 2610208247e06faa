using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Language;

namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>
/// A scalar turns literals and JSON into a .NET value and writes a .NET value as JSON.
/// https://spec.graphql.org/September2025/#sec-Scalars
/// </summary>
public abstract class ScalarType(string name) : NamedType(name)
{
    /// <summary>The URL of <c>@specifiedBy</c>.</summary>
    public string? SpecifiedBy { get; internal set; }

    /// <summary>Reads a literal that is neither null nor a variable. On failure <paramref name="problem"/> is a sentence for the client.</summary>
    public abstract bool TryParseLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? problem);

    /// <summary>Reads a variable's JSON that is not null.</summary>
    public abstract bool TryParseValue(JsonElement json, out object? value, [NotNullWhen(false)] out string? problem);

    /// <summary>Writes a runtime value that is not null. Throws <see cref="Errors.GraphQLException"/> when the scalar cannot represent it.</summary>
    internal abstract void Write(object value, ResultBuffer output);

    /// <summary>The literal for a runtime value: default values of arguments bound from .NET are printed with it.</summary>
    public abstract ValueNode ToLiteral(object value);
}

/// <summary>https://spec.graphql.org/September2025/#sec-Enums</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    public MemberList<EnumValueDefinition> Values { get; internal set; } = MemberList<EnumValueDefinition>.Empty;
}

public sealed class EnumValueDefinition(string name) : INamedMember
{
    public string Name { get; } = name;
    public string? Description { get; internal set; }
    public string? DeprecationReason { get; internal set; }
    internal IReadOnlyList<AppliedDirective> Directives { get; set; } = [];

    /// <summary>The .NET value that stands for it; the name itself in a schema made from SDL.</summary>
    public object RuntimeValue { get; internal set; } = name;
}

/// <summary>https://spec.graphql.org/September2025/#sec-Input-Objects</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    public MemberList<InputValueDefinition> Fields { get; internal set; } = MemberList<InputValueDefinition>.Empty;

    /// <summary>https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    public bool IsOneOf { get; internal set; }

    /// <summary>Whether its fields are terms of a query, which are limited and priced.</summary>
    internal InputRole Role { get; set; }

    /// <summary>Makes the .NET value from the coerced fields (absent ones are not in the dictionary). Null: the dictionary itself is the value.</summary>
    public Func<IReadOnlyDictionary<string, object?>, object>? CreateInstance { get; internal set; }
}

/// <summary>What the fields of an input object are.</summary>
internal enum InputRole
{
    /// <summary>Values.</summary>
    Plain,

    /// <summary>Terms of a filter or an order, or groups of them.</summary>
    Group,

    /// <summary>The operators of one compared value or list.</summary>
    Operators,
}

/// <summary>An argument, or a field of an input object.</summary>
public sealed class InputValueDefinition(string name, GraphQLType type) : INamedMember
{
    public string Name { get; } = name;
    public GraphQLType Type { get; internal set; } = type;
    public string? Description { get; internal set; }

    /// <summary>Null when there is none; <c>null</c> as a default is a <see cref="NullValueNode"/>.</summary>
    public ValueNode? DefaultValue { get; internal set; }

    public string? DeprecationReason { get; internal set; }
    internal IReadOnlyList<AppliedDirective> Directives { get; set; } = [];

    /// <summary>Required: non-null and without a default.</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;
}
