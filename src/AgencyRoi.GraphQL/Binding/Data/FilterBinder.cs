using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding.Data;

/// <summary>
/// Makes the <c>where</c> argument of a type: <c>ClientFilterInput</c> with one entry a property, under HotChocolate's names and operators.
/// </summary>
internal sealed class FilterBinder(SchemaBinder binder)
{
    public const string ArgumentName = "where";

    private readonly Dictionary<Type, FilterShape> shapes = [];
    private readonly InputConversion conversion = new(binder);
    private readonly OperationInputs operations = new(binder);

    public (InputValueDefinition Argument, FilterShape Reader) Bind(Type type)
    {
        if (!binder.Settings.HasFiltering)
            throw new BindingException("[UseFiltering] needs AddFiltering()");
        var input = InputOf(type);
        return (new InputValueDefinition(ArgumentName, input) { Description = "Only items that meet these conditions." }, shapes[type]);
    }

    /// <summary>
    /// The properties that filters and orders may use: those in the schema, also when a method shows them in another form, but not those that a
    /// left-out member hides.
    /// </summary>
    public static IEnumerable<(string Name, PropertyInfo Property)> QueriedProperties(SchemaBinder binder, Type type)
    {
        var hidden = binder.Extensions.Of(type).HiddenNames;
        return OutputBinder
            .Properties(type)
            .Where(binder.Includes)
            .Select(property => (Name: GraphQLNaming.Property(property), property))
            .Where(entry => !hidden.Contains(entry.Name));
    }

    public static bool IsNested(Type type) =>
        type is { IsEnum: false, IsPrimitive: false }
        && !typeof(IEnumerable).IsAssignableFrom(type)
        && !typeof(Delegate).IsAssignableFrom(type);

    private InputObjectType InputOf(Type type)
    {
        var typeName = binder.Outputs.NameOf(type);
        var shape = shapes.TryGetValue(type, out var known) ? known : shapes[type] = new FilterShape();
        return binder.Named(
            typeName + "FilterInput",
            ("the filter of", type),
            () =>
                new InputObjectType(typeName + "FilterInput")
                {
                    Role = InputRole.Group,
                    Description = $"Conditions on {typeName}; all that are given must be met.",
                },
            input => Fill(input, shape, type)
        );
    }

    private void Fill(InputObjectType input, FilterShape shape, Type type)
    {
        var fields = new List<InputValueDefinition>(OperationInputs.Combinations(input));
        foreach (var (name, property) in QueriedProperties(binder, type))
        {
            if (Member(property, type) is not { } member)
                continue;
            if (!shape.Members.TryAdd(name, member.Member))
                throw new BindingException($"{type} has two properties for the filter's entry {name}");
            fields.Add(new(name, member.Input) { Description = binder.Documentation.Of(property) ?? $"Conditions on {name}." });
        }
        input.Fields = new(fields);
    }

    private (FilterMember Member, InputObjectType Input)? Member(PropertyInfo property, Type owner)
    {
        var shape = MemberShape.Of(property.PropertyType, binder.Nullability.Create(property));
        var idType = binder.Nodes.IdTypeOf(property, owner);
        if (shape.Item is { } item)
            return ListOf(property, shape, item, idType);
        if (Compared(property.PropertyType, shape, idType) is { } compared)
            return (new ComparedMember(property, compared.Operations), compared.Input);
        if (ClrTypeMap.IsScalar(shape.Type) || !IsNested(shape.Type))
            return null;
        var input = InputOf(shape.Type);
        return (new NestedMember(property, shapes[shape.Type], shape.IsNullable), input);
    }

    private (FilterMember, InputObjectType)? ListOf(PropertyInfo property, MemberShape list, MemberShape item, string? idType)
    {
        var itemType = MemberShape.FindItemType(list.Type)!;
        if (Compared(itemType, item, idType) is { } compared)
        {
            var element = compared.Input.Name[..^"OperationFilterInput".Length];
            var ofScalars = operations.List($"List{element}OperationFilterInput", compared.Input);
            return (
                new ListMember(property, itemType, (each, value) => Conditions(compared.Operations, each, value), list.IsNullable),
                ofScalars
            );
        }
        if (item.Item is not null || ClrTypeMap.IsScalar(item.Type) || !IsNested(item.Type))
            return null;
        var nested = InputOf(item.Type);
        var shape = shapes[item.Type];
        return (
            new ListMember(
                property,
                itemType,
                (each, value) => value is IReadOnlyDictionary<string, object?> filter ? shape.Build(each, filter) : null,
                list.IsNullable
            ),
            operations.List($"ListFilterInputTypeOf{nested.Name}", nested)
        );
    }

    private static Expression? Conditions(FilterOperations operations, Expression item, object? value) =>
        value is IReadOnlyDictionary<string, object?> given ? operations.Build(item, given) : null;

    private (FilterOperations Operations, InputObjectType Input)? Compared(Type type, MemberShape shape, string? idType)
    {
        if (idType is not null)
            return (new FilterOperations(type, shape.IsNullable, GlobalId.Reader(shape.Type, idType)), operations.OfId());
        if (shape.Type.IsEnum)
            return (new FilterOperations(type, shape.IsNullable, null), operations.OfEnum(binder.Outputs.EnumOf(shape.Type)));
        if (ClrTypeMap.Find(shape.Type) is not { } scalar || operations.OfScalar(scalar) is not { } input)
            return null;
        return (new FilterOperations(type, shape.IsNullable, conversion.For(shape.Type, shape, id: null, text: null)), input);
    }
}
