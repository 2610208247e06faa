namespace AgencyRoi.GraphQL.TypeSystem.Rules;

/// <summary>What an error points at when it is not an element as a whole.</summary>
internal abstract record ElementPlace
{
    /// <summary>The type that is written for a field, an argument or an input field.</summary>
    internal sealed record TypeOf(object Member) : ElementPlace;

    /// <summary>The <c>@deprecated</c> on an argument or an input field.</summary>
    internal sealed record DeprecationOf(object Member) : ElementPlace;

    /// <summary>Each time that a type names an interface it implements, or a union its member.</summary>
    internal sealed record Mentions(NamedType By, NamedType Of) : ElementPlace;

    /// <summary>The definition of a type and all its extensions.</summary>
    internal sealed record AllOf(NamedType Type) : ElementPlace;
}
