using System.Reflection;
using System.Text;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>.NET names in GraphQL's spelling, by HotChocolate's conventions.</summary>
internal static class GraphQLNaming
{
    /// <summary>The leading run of capitals is lowered as a group that keeps its last capital before a small letter: FOOBar is fooBar, ID is id.</summary>
    public static string Camel(string name)
    {
        var capitals = 0;
        while (capitals < name.Length && char.IsAsciiLetterUpper(name[capitals]))
            capitals++;
        if (capitals > 1 && capitals < name.Length && char.IsAsciiLetterLower(name[capitals]))
            capitals--;
        return name[..capitals].ToLowerInvariant() + name[capitals..];
    }

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>OnHold is ON_HOLD; what has no small letter stays.</summary>
    public static string EnumValue(FieldInfo value) => Explicit(value) ?? UpperSnake(value.Name);

    public static string Property(PropertyInfo property) => Explicit(property) ?? Camel(property.Name);

    public static string Parameter(ParameterInfo parameter) =>
        parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? Camel(parameter.Name!);

    /// <summary>Without a leading Get, and without Async when the method is asynchronous.</summary>
    public static string Method(MethodInfo method)
    {
        if (Explicit(method) is { } name)
            return name;
        name = method.Name;
        if (IsAsync(method.ReturnType) && name.EndsWith("Async", StringComparison.Ordinal) && name.Length > 5)
            name = name[..^5];
        if (name.StartsWith("Get", StringComparison.Ordinal) && name.Length > 3 && char.IsAsciiLetterUpper(name[3]))
            name = name[3..];
        return Camel(name);
    }

    /// <summary>A generic type is FooOfBar or FooOfBarAndBaz.</summary>
    public static string Type(Type type, Func<Type, string?>? scalarName = null)
    {
        if (Explicit(type) is { } name)
            return name;
        if (!type.IsGenericType)
            return type.Name;
        var arguments = type.GetGenericArguments().Select(argument => scalarName?.Invoke(argument) ?? Type(argument, scalarName));
        return $"{type.Name[..type.Name.IndexOf('`')]}Of{string.Join("And", arguments)}";
    }

    public static string Input(Type type, Func<Type, string?> scalarName)
    {
        var name = Type(type, scalarName);
        return Explicit(type) is not null || name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";
    }

    private static string? Explicit(MemberInfo member) =>
        member.Find<GraphQLNameAttribute>()?.Name
        ?? (member as Type)?.Find<InterfaceTypeAttribute>()?.Name
        ?? (member as Type)?.Find<UnionTypeAttribute>()?.Name;

    private static bool IsAsync(Type type) =>
        type.IsGenericType
        && (
            type.GetGenericTypeDefinition() == typeof(Task<>)
            || type.GetGenericTypeDefinition() == typeof(ValueTask<>)
            || type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)
        );

    private static string UpperSnake(string name)
    {
        if (!name.Any(char.IsAsciiLetterLower))
            return name;
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var beginsWord =
                i > 0
                && char.IsAsciiLetterUpper(name[i])
                && name[i - 1] != '_'
                && (char.IsAsciiLetterLower(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            if (beginsWord)
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }
}
