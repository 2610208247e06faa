namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// On a property of an input class: the fields of its type stand among the fields of the input itself. Of a <see cref="Changes{T}"/> they are those of
/// <c>T</c>, each of which may be left out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InlineAttribute : Attribute;

/// <summary>On a property of an input class: it is given once and cannot be changed, so that <see cref="Changes{T}"/> has no field for it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GivenOnceAttribute : Attribute;
