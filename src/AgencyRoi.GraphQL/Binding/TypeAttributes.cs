namespace AgencyRoi.GraphQL.Binding;

/// <summary>Its public static methods and properties are fields of the query root. Many classes merge into one root type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueryTypeAttribute : Attribute;

/// <summary>Its public static methods are fields of the mutation root.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MutationTypeAttribute : Attribute;

/// <summary>Its public static methods marked with <see cref="SubscribeAttribute"/> are fields of the subscription root.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SubscriptionTypeAttribute : Attribute;

/// <summary>What the attributes that add fields to another type have in common; for the binder.</summary>
internal interface ITypeExtensionAttribute
{
    Type ExtendedType { get; }

    /// <summary>Whether it extends every object type that has a base class or an interface.</summary>
    bool ExtendsObjectsOf(Type type) => false;
}

/// <summary>Its public static members are fields of the object type of <typeparamref name="T"/>; one with a property's name replaces that property.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeAttribute<T> : Attribute, ITypeExtensionAttribute
{
    public Type ExtendedType => typeof(T);
}

/// <summary>
/// The same as <see cref="ObjectTypeAttribute{T}"/>; for a module that adds fields to a type of another module. Where <typeparamref name="T"/> is an interface
/// or an abstract class, its members are fields of every object type that has it, and it need not be a type of the schema itself; what a class adds to the
/// object type by its own name goes before.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExtendObjectTypeAttribute<T> : Attribute, ITypeExtensionAttribute
{
    public Type ExtendedType => typeof(T);

    bool ITypeExtensionAttribute.ExtendsObjectsOf(Type type) => type == typeof(T);
}

/// <summary>Its public static members are fields of the interface type of <typeparamref name="T"/> and of every type that implements it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class InterfaceTypeAttribute<T> : Attribute, ITypeExtensionAttribute
{
    public Type ExtendedType => typeof(T);
}

/// <summary>On a .NET interface or base class: it is a GraphQL interface. Without it such a type is one as soon as a field returns it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class InterfaceTypeAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>On a .NET interface or base class: a union of the registered object types that derive from it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class UnionTypeAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>An input object of which exactly one field is given.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class OneOfAttribute : Attribute;
