using System.Linq.Expressions;
using System.Reflection;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Members whose types' fields stand among the fields of the input that they are members of.</summary>
internal static class InlinedMembers
{
    public static InputMember Bind(InputBinder inputs, PropertyInfo property, ParameterInfo? parameter)
    {
        var type = property.PropertyType;
        if (ReturnedType.Is(type, typeof(Changes<>)))
            return ChangesOf(inputs, property, parameter);
        var inlined = new InputClass(inputs, type, isOneOf: false);
        return new(
            property,
            parameter,
            [.. inlined.Members.SelectMany(member => member.Definitions)],
            values => Expression.Convert(Expression.Invoke(Expression.Constant(inlined.Create), values), type)
        );
    }

    private static InputMember ChangesOf(InputBinder inputs, PropertyInfo property, ParameterInfo? parameter)
    {
        var changed = property.PropertyType.GetGenericArguments()[0];
        if (changed.GetMethod("<Clone>$") is null)
            throw new BindingException($"{changed} is no record, so that no changed copy of it can be made");
        List<ChangeableMember> members =
        [
            .. OutputBinder
                .Properties(changed)
                .Where(member => inputs.Includes(member) && member.SetMethod is { IsPublic: true } && !member.Has<GivenOnceAttribute>())
                .Select(inputs.Changeable),
        ];
        var make = typeof(InlinedMembers).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(changed);
        return new(
            property,
            parameter,
            [.. members.Select(member => member.Definition)],
            values => Expression.Call(make, values, Expression.Constant(members))
        );
    }

    private static Changes<T> Make<T>(IReadOnlyDictionary<string, object?> values, List<ChangeableMember> members)
        where T : class
    {
        var given = new List<(PropertyInfo, object?)>();
        foreach (var member in members)
            if (values.TryGetValue(member.Definition.Name, out var value) && (value is not null || member.CanBeNull))
                given.Add((member.Property, member.Convert is null ? value : member.Convert(value)));
        return new(given);
    }
}

/// <summary>A member that can be changed: a field that may be left out.</summary>
internal sealed record ChangeableMember(
    PropertyInfo Property,
    TypeSystem.InputValueDefinition Definition,
    bool CanBeNull,
    Func<object?, object?>? Convert
);
