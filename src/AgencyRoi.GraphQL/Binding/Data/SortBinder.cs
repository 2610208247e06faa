using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>Makes the <c>order</c> argument of a type: <c>[ClientSortInput!]</c>, one entry a property that can be compared.</summary>
internal sealed class SortBinder(SchemaBinder binder)
{
    public const string ArgumentName = "order";

    private readonly Dictionary<Type, SortShape> shapes = [];

    public (InputValueDefinition Argument, SortShape Reader) Bind(Type type)
    {
        if (!binder.Settings.HasSorting)
            throw new BindingException("[UseSorting] needs AddSorting()");
        var input = InputOf(type);
        var argument = new InputValueDefinition(ArgumentName, new ListType(new NonNullType(input)))
        {
            Description = "The order: by the first entry, then by the next. What is undefined comes last in both directions.",
        };
        return (argument, shapes[type]);
    }

    private InputObjectType InputOf(Type type)
    {
        var name = binder.Outputs.NameOf(type) + "SortInput";
        var shape = shapes.TryGetValue(type, out var known) ? known : shapes[type] = new SortShape();
        return binder.Named(
            name,
            ("the order of", type),
            () =>
                new InputObjectType(name)
                {
                    Role = InputRole.Group,
                    Description = $"By what {binder.Outputs.NameOf(type)} is ordered; each entry of a list names one field.",
                },
            input => Fill(input, shape, type)
        );
    }

    private void Fill(InputObjectType input, SortShape shape, Type type)
    {
        var fields = new List<InputValueDefinition>();
        foreach (var (name, property) in FilterBinder.QueriedProperties(binder, type))
        {
            var member = MemberShape.Of(property.PropertyType, binder.Nullability.Create(property));
            if (member.Item is not null || (ClrTypeMap.IsScalar(member.Type) && !IsComparable(member.Type)))
                continue;
            var isLeaf = ClrTypeMap.IsScalar(member.Type) || member.Type.IsEnum;
            if (isLeaf)
                shape.Members.Add(name, new SortMember(property, null, member.IsNullable));
            else if (FilterBinder.IsNested(member.Type))
                shape.Members.Add(name, new SortMember(property, Nested(member.Type), member.IsNullable));
            else
                continue;
            fields.Add(
                new(name, isLeaf ? DirectionType() : InputOf(member.Type))
                {
                    Description = binder.Documentation.Of(property) ?? $"By {name}.",
                }
            );
        }
        input.Fields = new(fields);
        if (fields.Count == 0)
            throw new BindingException($"{type} has no property to order by");
    }

    private SortShape Nested(Type type)
    {
        InputOf(type);
        return shapes[type];
    }

    private static bool IsComparable(Type type) =>
        type == typeof(string) || typeof(IComparable).IsAssignableFrom(type) || GuidKeys.Are(type);

    private EnumType DirectionType() =>
        binder.Named(
            "SortEnumType",
            typeof(SortDirection),
            () => new EnumType("SortEnumType") { Description = "A direction of an order.", RuntimeType = typeof(SortDirection) },
            type =>
                type.Values = new([
                    new EnumValueDefinition("ASC") { Description = "The smallest first.", RuntimeValue = SortDirection.Ascending },
                    new EnumValueDefinition("DESC") { Description = "The largest first.", RuntimeValue = SortDirection.Descending },
                ])
        );
}

internal enum SortDirection
{
    Ascending,
    Descending,
}

/// <summary>The entries of a sort input, in the order of the type's properties.</summary>
internal sealed class SortShape
{
    public Dictionary<string, SortMember> Members { get; } = new(StringComparer.Ordinal);

    public IEnumerable<(Expression Path, bool Ascending)> Build(Expression owner, IEnumerable<object?> entries) =>
        entries.OfType<IReadOnlyDictionary<string, object?>>().SelectMany(entry => Build(owner, entry));

    private IEnumerable<(Expression Path, bool Ascending)> Build(Expression owner, IReadOnlyDictionary<string, object?> entry) =>
        from member in Members
        where entry.GetValueOrDefault(member.Key) is not null
        from key in member.Value.Build(owner, entry[member.Key]!)
        select key;

    internal IEnumerable<(Expression Path, bool Ascending)> BuildNested(Expression owner, object value) =>
        value is IReadOnlyDictionary<string, object?> entry ? Build(owner, entry) : [];
}

internal sealed record SortMember(PropertyInfo Property, SortShape? Nested, bool IsNullable)
{
    public IEnumerable<(Expression Path, bool Ascending)> Build(Expression owner, object value)
    {
        var path = Expression.Property(owner, Property);
        if (Nested is null)
            return value is SortDirection direction ? [(path, direction == SortDirection.Ascending)] : [];
        var isStruct = Nullable.GetUnderlyingType(Property.PropertyType) is not null;
        var inside = Nested.BuildNested(isStruct ? Expression.Property(path, "Value") : path, value);
        return IsNullable ? inside.Select(key => ((Expression)NullUnless(path, key.Path), key.Ascending)) : inside;
    }

    /// <summary>The key, or null where the object that holds it is null.</summary>
    private static ConditionalExpression NullUnless(Expression owner, Expression key)
    {
        var type =
            key.Type.IsValueType && Nullable.GetUnderlyingType(key.Type) is null ? typeof(Nullable<>).MakeGenericType(key.Type) : key.Type;
        return Expression.Condition(
            Expression.Equal(owner, Expression.Constant(null, owner.Type)),
            Expression.Constant(null, type),
            key.Type == type ? key : Expression.Convert(key, type)
        );
    }
}
