using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>An input object's class: which fields its members are, and how an object of it is made of their values.</summary>
internal sealed class InputClass
{
    private readonly Type type;
    private readonly ConstructorInfo? constructor;
    private readonly object? initial;

    public InputClass(InputBinder inputs, Type type, bool isOneOf)
    {
        this.type = type;
        List<PropertyInfo> properties = [.. OutputBinder.Properties(type)];
        constructor = FindConstructor(type, properties);
        var positional = constructor?.GetParameters().ToDictionary(parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase) ?? [];
        // A class that says which of its members are required says thereby what the others are without being given.
        initial = positional.Count == 0 && properties.Exists(IsRequired) ? Activator.CreateInstance(type) : null;
        foreach (var property in properties.Where(inputs.Includes))
        {
            var parameter = positional.GetValueOrDefault(property.Name);
            if (parameter is not null || property.SetMethod is { IsPublic: true })
                inputs.Try(property, () => Members.Add(inputs.Member(property, parameter, InitialOf(property), isOneOf)));
        }
    }

    public List<InputMember> Members { get; } = [];

    /// <summary>Makes an object of the class from coerced values.</summary>
    public Func<IReadOnlyDictionary<string, object?>, object> Create => field ??= CompiledAtFirstUse.Of(Making());

    private object? InitialOf(PropertyInfo property) => initial is null || IsRequired(property) ? null : property.GetValue(initial);

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute), inherit: false);

    private static ConstructorInfo? FindConstructor(Type type, List<PropertyInfo> properties) =>
        type.GetConstructors()
            .Where(constructor =>
                constructor
                    .GetParameters()
                    .All(parameter =>
                        properties.Exists(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase))
                    )
            )
            .OrderByDescending(constructor => constructor.GetParameters().Length)
            .FirstOrDefault()
        ?? (type.IsValueType ? null : throw new BindingException($"{type} has no public constructor whose parameters are all properties"));

    private Expression<Func<IReadOnlyDictionary<string, object?>, object>> Making()
    {
        var values = Expression.Parameter(typeof(IReadOnlyDictionary<string, object?>));
        var made = Expression.Variable(type);
        var arguments = constructor
            ?.GetParameters()
            .Select(parameter =>
                Members.Find(member => member.Parameter?.Name == parameter.Name) is { } member
                    ? member.Read(values)
                    : Expression.Default(parameter.ParameterType)
            );
        List<Expression> steps =
        [
            Expression.Assign(made, constructor is null ? Expression.Default(type) : Expression.New(constructor, arguments!)),
            .. Members.Where(member => member.Parameter is null).Select(member => member.Set(made, values)),
            Expression.Convert(made, typeof(object)),
        ];
        return Expression.Lambda<Func<IReadOnlyDictionary<string, object?>, object>>(Expression.Block([made], steps), values);
    }
}
