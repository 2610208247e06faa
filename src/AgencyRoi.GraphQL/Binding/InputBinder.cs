using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.Language;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Arguments, and input objects from classes: made by their constructor, then by their settable properties.</summary>
internal sealed class InputBinder(SchemaBinder binder)
{
    private readonly InputConversion conversion = new(binder);

    /// <summary>The argument for a parameter, and the expression that reads it from a dictionary of coerced values.</summary>
    public InputValueDefinition Argument(ParameterInfo parameter, string name, out Func<Expression, Expression> read)
    {
        var info = binder.Nullability.Create(parameter);
        var (argument, convert) = Define(name, parameter.ParameterType, info, parameter, DefaultOf(parameter), isOneOf: false);
        argument.Description = binder.Documentation.Of(parameter);
        var absent = AbsentValue(parameter);
        read = values => Reading(values, name, parameter.ParameterType, convert, absent);
        return argument;
    }

    public GraphQLType Bind(MemberShape shape)
    {
        GraphQLType type = shape.Item is { } item ? new ListType(Bind(item)) : Bind(shape.Type);
        return shape.IsNullable ? type : new NonNullType(type);
    }

    private NamedType Bind(Type type)
    {
        if (ClrTypeMap.Find(type) is { } scalar)
            return scalar;
        if (type.IsEnum)
            return binder.Outputs.EnumOf(type);
        if (
            type.IsAbstract
            || type.IsInterface
            || type.IsPrimitive
            || typeof(IEnumerable).IsAssignableFrom(type)
            || type.ContainsGenericParameters
        )
            throw new BindingException($"{type} cannot be an input; if it is a service, SchemaOptions.IsService has to say so");
        var name = GraphQLNaming.Input(type, ClrTypeMap.ScalarName);
        return binder.Named(name, type, () => new InputObjectType(name) { RuntimeType = type }, Fill);
    }

    private (InputValueDefinition Argument, Func<object?, object?>? Convert) Define(
        string name,
        Type type,
        NullabilityInfo info,
        ICustomAttributeProvider member,
        object? defaultValue,
        bool isOneOf
    )
    {
        var id = member.Find<IIdAttribute>();
        var valueType = InputConversion.OptionalValueType(type);
        var shape = MemberShape.Of(valueType ?? type, valueType is null ? info : info.GenericTypeArguments[0]);
        if (valueType is not null || isOneOf)
            shape = shape with { IsNullable = true };
        var graphQLType = Bind(id is null ? shape : shape.WithInnermost(typeof(GlobalId)));
        var argument = new InputValueDefinition(name, graphQLType)
        {
            DefaultValue = defaultValue is null or DBNull ? null : Literal(graphQLType, defaultValue),
            DeprecationReason = member.DeprecationReason(),
        };
        return (argument, conversion.For(type, shape, id, member.Find<ITextAttribute>()));
    }

    private static MethodCallExpression Reading(
        Expression values,
        string name,
        Type type,
        Func<object?, object?>? convert,
        object? absent
    ) =>
        Expression.Call(
            typeof(InputReader),
            nameof(InputReader.Read),
            [type],
            values,
            Expression.Constant(name),
            Expression.Constant(convert, typeof(Func<object?, object?>)),
            absent is null ? Expression.Default(type) : Expression.Constant(absent, type)
        );

    private static object? DefaultOf(ParameterInfo parameter) => parameter.HasDefaultValue ? parameter.DefaultValue : null;

    private static object? AbsentValue(ParameterInfo parameter)
    {
        if (DefaultOf(parameter) is not { } value || value is DBNull)
            return null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type.IsEnum && value.GetType() != type ? Enum.ToObject(type, value)
            : type.IsInstanceOfType(value) ? value
            : Convert.ChangeType(value, type, CultureInfo.InvariantCulture);
    }

    private static ValueNode Literal(GraphQLType type, object value) =>
        type.Nullable switch
        {
            ScalarType scalar => scalar.ToLiteral(value),
            EnumType @enum => new EnumValueNode(
                @enum
                    .RuntimeType!.GetFields(BindingFlags.Public | BindingFlags.Static)
                    .Where(field => Equals(field.GetValue(null), Enum.ToObject(@enum.RuntimeType, value)))
                    .Select(GraphQLNaming.EnumValue)
                    .First()
            ),
            ListType list when value is IEnumerable items and not string => new ListValueNode([
                .. items.Cast<object>().Select(item => Literal(list.OfType, item)),
            ]),
            _ => throw new BindingException($"the default value {value} cannot be written as {type}"),
        };

    private void Fill(InputObjectType type)
    {
        var clr = type.RuntimeType!;
        type.Description = binder.Documentation.Of(clr);
        type.IsOneOf = clr.Has<OneOfAttribute>();
        var properties = OutputBinder.Properties(clr).ToList();
        var constructor = FindConstructor(clr, properties);
        var positional = constructor?.GetParameters().ToDictionary(parameter => parameter.Name!, StringComparer.OrdinalIgnoreCase) ?? [];
        var members = new List<InputMember>();
        foreach (var property in properties.Where(binder.Includes))
        {
            var parameter = positional.GetValueOrDefault(property.Name);
            if (parameter is not null || property.SetMethod is { IsPublic: true })
                binder.Try(property.DisplayName(), () => members.Add(Member(property, parameter, type.IsOneOf)));
        }
        type.Fields = new(members.Select(member => member.Definition));
        type.CreateInstance = Creation(clr, constructor, members);
    }

    private InputMember Member(PropertyInfo property, ParameterInfo? parameter, bool isOneOf)
    {
        var defaultValue = parameter is null ? null : DefaultOf(parameter);
        var (definition, convert) = Define(
            GraphQLNaming.Property(property),
            property.PropertyType,
            binder.Nullability.Create(property),
            property,
            defaultValue,
            isOneOf
        );
        definition.Description = binder.Documentation.Of(property);
        return new(property, parameter, definition, convert);
    }

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

    private static Func<IReadOnlyDictionary<string, object?>, object> Creation(
        Type type,
        ConstructorInfo? constructor,
        List<InputMember> members
    )
    {
        var values = Expression.Parameter(typeof(IReadOnlyDictionary<string, object?>));
        var made = Expression.Variable(type);
        var arguments = constructor
            ?.GetParameters()
            .Select(parameter =>
                members.Find(member => member.Parameter?.Name == parameter.Name) is { } member
                    ? (Expression)member.ReadInto(parameter, values)
                    : Expression.Default(parameter.ParameterType)
            );
        var steps = new List<Expression>
        {
            Expression.Assign(made, constructor is null ? Expression.Default(type) : Expression.New(constructor, arguments!)),
        };
        foreach (var member in members.Where(member => member.Parameter is null))
            steps.Add(member.Set(made, values));
        steps.Add(Expression.Convert(made, typeof(object)));
        return Expression.Lambda<Func<IReadOnlyDictionary<string, object?>, object>>(Expression.Block([made], steps), values).Compile();
    }

    private sealed record InputMember(
        PropertyInfo Property,
        ParameterInfo? Parameter,
        InputValueDefinition Definition,
        Func<object?, object?>? Convert
    )
    {
        public MethodCallExpression ReadInto(ParameterInfo parameter, Expression values) =>
            Reading(values, Definition.Name, parameter.ParameterType, Convert, AbsentValue(parameter));

        /// <summary>A property that was not given keeps what its class initialised it with.</summary>
        public ConditionalExpression Set(Expression made, Expression values) =>
            Expression.IfThen(
                Expression.Call(
                    values,
                    typeof(IReadOnlyDictionary<string, object?>).GetMethod("ContainsKey")!,
                    Expression.Constant(Definition.Name)
                ),
                Expression.Assign(
                    Expression.Property(made, Property),
                    Reading(values, Definition.Name, Property.PropertyType, Convert, null)
                )
            );
    }
}
