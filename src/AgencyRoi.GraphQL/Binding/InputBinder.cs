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
        var (argument, convert) = Define(name, parameter.ParameterType, info, parameter, DefaultOf(parameter), isOptional: false);
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
        bool isOptional
    )
    {
        var id = member.Find<IIdAttribute>();
        var valueType = InputConversion.OptionalValueType(type);
        var shape = MemberShape.Of(valueType ?? type, valueType is null ? info : info.GenericTypeArguments[0]);
        if (valueType is not null || isOptional)
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

    public bool Includes(PropertyInfo property) => binder.Includes(property);

    public void Try(PropertyInfo property, Action bind) => binder.Try(property.DisplayName(), bind);

    public InputMember Member(PropertyInfo property, ParameterInfo? parameter, object? initial, bool isOneOf)
    {
        if (property.Has<InlineAttribute>())
            return InlinedMembers.Bind(this, property, parameter);
        var (definition, convert) = Field(property, parameter is null ? DefaultOf(property, initial) : DefaultOf(parameter), isOneOf);
        var type = parameter?.ParameterType ?? property.PropertyType;
        var absent = parameter is null ? null : AbsentValue(parameter);
        return new(property, parameter, [definition], values => Reading(values, definition.Name, type, convert, absent));
    }

    public ChangeableMember Changeable(PropertyInfo property)
    {
        var (definition, convert) = Field(property, defaultValue: null, isOptional: true);
        var canBeNull = CanBeNull(property);
        if (canBeNull)
            definition.Description = $"{definition.Description} Null removes it.".TrimStart();
        return new(property, definition, canBeNull, convert);
    }

    // One that can be null is not given by being left out, whatever its class initialises it with.
    private object? DefaultOf(PropertyInfo property, object? initial) => initial is IOptional || CanBeNull(property) ? null : initial;

    private bool CanBeNull(PropertyInfo property) => MemberShape.Of(property.PropertyType, binder.Nullability.Create(property)).IsNullable;

    private (InputValueDefinition Field, Func<object?, object?>? Convert) Field(
        PropertyInfo property,
        object? defaultValue,
        bool isOptional
    )
    {
        var field = Define(
            GraphQLNaming.Property(property),
            property.PropertyType,
            binder.Nullability.Create(property),
            property,
            defaultValue,
            isOptional
        );
        field.Argument.Description = binder.Documentation.Of(property);
        return field;
    }

    private void Fill(InputObjectType type)
    {
        var clr = type.RuntimeType!;
        type.Description = binder.Documentation.Of(clr);
        type.IsOneOf = clr.Has<OneOfAttribute>();
        var made = new InputClass(this, clr, type.IsOneOf);
        type.Fields = new(made.Members.SelectMany(member => member.Definitions));
        type.CreateInstance = made.Create;
    }
}
