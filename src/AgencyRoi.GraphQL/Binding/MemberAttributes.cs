using System.Reflection;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// Finds attributes where people write them: those of a record's positional member stand on the constructor's parameter unless <c>property:</c> is said.
/// </summary>
internal static class MemberAttributes
{
    public static IEnumerable<T> All<T>(this ICustomAttributeProvider member)
    {
        var own = member.GetCustomAttributes(inherit: false).OfType<T>();
        return member is PropertyInfo property && PositionalParameter(property) is { } parameter
            ? own.Concat(parameter.GetCustomAttributes(inherit: false).OfType<T>())
            : own;
    }

    public static T? Find<T>(this ICustomAttributeProvider member)
        where T : class => member.All<T>().FirstOrDefault();

    public static bool Has<T>(this ICustomAttributeProvider member) => member.All<T>().Any();

    public static string? DeprecationReason(this ICustomAttributeProvider member) =>
        member.Find<GraphQLDeprecatedAttribute>()?.Reason
        ?? (member.Find<ObsoleteAttribute>() is { } obsolete ? obsolete.Message ?? "No longer supported" : null);

    /// <summary>As <c>Type.Member</c>, for messages to the people who wrote it.</summary>
    public static string DisplayName(this MemberInfo member) =>
        member is Type type ? type.FullName ?? type.Name : $"{member.DeclaringType?.FullName}.{member.Name}";

    private static ParameterInfo? PositionalParameter(PropertyInfo property) =>
        property
            .DeclaringType!.GetConstructors()
            .SelectMany(constructor => constructor.GetParameters())
            .FirstOrDefault(parameter => parameter.Name == property.Name && parameter.ParameterType == property.PropertyType);
}
