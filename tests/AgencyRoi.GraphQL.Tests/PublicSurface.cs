using System.Reflection;
using System.Text;

namespace AgencyRoi.GraphQL.Tests;

/// <summary>What an assembly promises to others: its public types with their public and protected members, by name, one a line.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Heading(type)).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
                text.Append("  ").Append(member).Append('\n');
        }
        return text.ToString().TrimEnd();
    }

    private static string Heading(Type type)
    {
        var kind =
            type.IsInterface ? "interface"
            : type.IsEnum ? "enum"
            : type.IsValueType ? "struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsAbstract ? "abstract class"
            : type.IsSealed ? "sealed class"
            : "class";
        var supertypes = Supertypes(type).Select(Name).ToList();
        return $"{kind} {type.Namespace}.{Name(type)}{(supertypes is [] ? "" : $" : {string.Join(", ", supertypes)}")}";
    }

    private static IEnumerable<Type> Supertypes(Type type)
    {
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        var bases = type is { IsClass: true, BaseType: { } parent } && parent != typeof(object) ? new[] { parent } : [];
        return bases.Concat(
            type.IsEnum ? [] : type.GetInterfaces().Except(inherited).Where(IsVisible).OrderBy(Name, StringComparer.Ordinal)
        );
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type);
        return type.GetMembers(Declared)
            .Select(member =>
                member switch
                {
                    ConstructorInfo { IsStatic: false } constructor when IsPromised(constructor) =>
                        $"{Access(constructor)}new({Parameters(constructor)})",
                    MethodInfo { IsSpecialName: false } method when IsPromised(method) && IsWritten(method) =>
                        $"{Access(method)}{Modifier(method)}{Name(method.ReturnType)} {method.Name}{Arguments(method)}({Parameters(method)})",
                    PropertyInfo property => Property(property),
                    FieldInfo { IsPublic: true } field => $"{(field.IsLiteral ? "const " : "field ")}{Name(field.FieldType)} {field.Name}",
                    EventInfo raised => $"event {Name(raised.EventHandlerType!)} {raised.Name}",
                    _ => null,
                }
            )
            .OfType<string>();
    }

    private static string? Property(PropertyInfo property)
    {
        if (property.GetMethod is not { } get || !IsPromised(get) || property.Name == "EqualityContract")
            return null;
        var set =
            property.SetMethod is { } setter && IsPromised(setter)
                ? IsInit(setter)
                    ? " init;"
                    : " set;"
                : "";
        return $"{Access(get)}{Modifier(get)}{Name(property.PropertyType)} {property.Name} {{ get;{set} }}";
    }

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsPromised(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>Not what the compiler adds to a record.</summary>
    private static bool IsWritten(MethodInfo method) =>
        !method.IsDefined(typeof(System.Runtime.CompilerServices.CompilerGeneratedAttribute))
        && !method.Name.StartsWith('<')
        && method.Name is not ("ToString" or "Equals" or "GetHashCode" or "PrintMembers" or "Deconstruct");

    private static bool IsVisible(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).IsVisible;

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static string Modifier(MethodInfo method) =>
        method.IsStatic ? "static "
        : method.DeclaringType!.IsInterface ? ""
        : method.IsAbstract ? "abstract "
        : method.IsVirtual && !method.IsFinal
            ? method.GetBaseDefinition() == method ? "virtual "
                : "override "
        : "";

    private static string Arguments(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(parameter =>
                    $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = …" : "")}"
                )
        );

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        var arguments = type.GetGenericArguments();
        var outer = type is { IsNested: true, IsGenericParameter: false } ? type.DeclaringType!.Name.Split('`')[0] + "." : "";
        return arguments is [] || type.IsGenericParameter
            ? outer + type.Name
            : $"{outer}{type.Name.Split('`')[0]}<{string.Join(", ", arguments.Select(Name))}>";
    }
}
