using System.Collections;
using System.Reflection;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>Types that fields return: objects from classes, interfaces, unions and enums.</summary>
internal sealed class OutputBinder(SchemaBinder binder)
{
    private readonly Dictionary<Type, NamedType> complexTypes = [];
    private readonly HashSet<ComplexType> complete = [];

    /// <summary>Object types that only an interface or a union stands for.</summary>
    public IEnumerable<ObjectType> Implementations => complexTypes.Values.OfType<ObjectType>();

    public IEnumerable<KeyValuePair<Type, NamedType>> Types => complexTypes;

    public GraphQLType Bind(MemberShape shape)
    {
        GraphQLType type = shape.Item is { } item ? new ListType(Bind(item)) : Bind(shape.Type);
        return shape.IsNullable ? type : new NonNullType(type);
    }

    public NamedType Bind(Type type)
    {
        if (ClrTypeMap.Find(type) is { } scalar)
            return scalar;
        if (type.IsEnum)
            return EnumOf(type);
        if (complexTypes.TryGetValue(type, out var known))
            return known;
        if (
            type.IsPrimitive
            || type.IsPointer
            || type.ContainsGenericParameters
            || typeof(IEnumerable).IsAssignableFrom(type)
            || typeof(Delegate).IsAssignableFrom(type)
            || typeof(Task).IsAssignableFrom(type)
        )
            throw new BindingException($"{type} is no type of a GraphQL schema; leave the member out ([GraphQLIgnore])");
        var name = NameOf(type);
        return type switch
        {
            _ when type.Has<UnionTypeAttribute>() => binder.Named(
                name,
                type,
                () => Remember(type, new UnionType(name)),
                union => FillUnion(union, type)
            ),
            _ when IsInterface(type) => binder.Named(name, type, () => Remember(type, new InterfaceType(name)), made => Fill(made, type)),
            _ => binder.Named(name, type, () => Remember(type, new ObjectType(name)), made => Fill(made, type)),
        };
    }

    /// <summary>An error of a mutation loses its leading I as an interface: <c>IError</c> is Error.</summary>
    public string NameOf(Type type)
    {
        var name = GraphQLNaming.Type(type, ClrTypeMap.ScalarName);
        var isPlainErrorInterface = type == binder.Settings.ErrorInterface && name == type.Name && name.Length > 1 && name[0] == 'I';
        return isPlainErrorInterface && char.IsAsciiLetterUpper(name[1]) ? name[1..] : name;
    }

    public EnumType EnumOf(Type type)
    {
        var name = GraphQLNaming.Type(type);
        return binder.Named(name, type, () => new EnumType(name) { RuntimeType = type }, FillEnum);
    }

    /// <summary>
    /// Binds the registered implementations of every interface that was reached and the registered interfaces of every type, and gives implementing types the interfaces and the
    /// fields that only the interface has. True when something new was reached.
    /// </summary>
    public bool AddImplementations()
    {
        var known = complexTypes.Count;
        foreach (var (clr, type) in complexTypes.ToList())
        {
            if (type is InterfaceType && clr != binder.Settings.ErrorInterface && !RegisteredInterfaces().Contains(clr))
            {
                foreach (var implementation in RegisteredTypes().Where(candidate => clr.IsAssignableFrom(candidate)))
                    binder.Try(implementation.DisplayName(), () => Bind(implementation));
            }
        }
        foreach (
            var shared in RegisteredInterfaces()
                .Where(shared => complexTypes.Keys.Any(clr => clr != shared && shared.IsAssignableFrom(clr)))
                .ToList()
        )
            binder.Try(shared.DisplayName(), () => Bind(shared));
        if (complexTypes.Count > known)
            return true;
        foreach (var (clr, type) in complexTypes)
        {
            if (type is ComplexType complex && complete.Add(complex))
                binder.Try(clr.DisplayName(), () => Implement(complex, clr));
        }
        return complexTypes.Count > known;
    }

    /// <summary>Object types among what was registered: plain classes, and types that are extended.</summary>
    public IEnumerable<Type> RegisteredTypes() =>
        binder
            .Settings.Types.Where(type =>
                type is { IsAbstract: false, IsInterface: false } && !type.GetCustomAttributes(false).Any(IsRootOrExtension)
            )
            .Concat(binder.Extensions.ExtendedTypes)
            .Where(type => type is { IsAbstract: false, IsInterface: false } && binder.Includes(type))
            .Distinct();

    /// <summary>Interfaces among what was registered: they are in the schema as soon as a type has them, and bring no type.</summary>
    private IEnumerable<Type> RegisteredInterfaces() =>
        binder.Settings.Types.Where(type => type.IsInterface && type.Has<InterfaceTypeAttribute>() && binder.Includes(type));

    private static bool IsRootOrExtension(object attribute) =>
        attribute is QueryTypeAttribute or MutationTypeAttribute or SubscriptionTypeAttribute or ITypeExtensionAttribute;

    private static bool IsInterface(Type type) => type.IsInterface || type.IsAbstract || type.Has<InterfaceTypeAttribute>();

    private T Remember<T>(Type clr, T type)
        where T : NamedType
    {
        type.RuntimeType = clr;
        complexTypes[clr] = type;
        return type;
    }

    private void Fill(ComplexType type, Type clr)
    {
        type.Description = DescriptionOf(clr);
        var (added, hidden) = binder.Extensions.Of(clr);
        var replaced = added
            .SelectMany(member => TypeExtensions.Names(member, TypeExtensions.BoundProperty(member, clr)))
            .Concat(hidden)
            .ToHashSet(StringComparer.Ordinal);
        var fields = new FieldCollection(binder);
        foreach (var property in Properties(clr).Where(binder.Includes))
        {
            if (!replaced.Contains(GraphQLNaming.Property(property)))
                fields.Add(property, () => binder.Fields.Bind(property, clr));
        }
        foreach (var member in added)
            fields.Add(member, () => DescribedByProperty(binder.Fields.BindExtension(member, clr), member, clr));
        type.Fields = fields.ToMembers(type.Name);
        if (type.Fields.Count == 0)
            throw new BindingException($"{clr} has no member that can be a field");
    }

    /// <summary>A method that shows a property in another form needs no second description.</summary>
    private FieldDefinition DescribedByProperty(FieldDefinition field, MemberInfo member, Type clr)
    {
        if (field.Description is not null)
            return field;
        var replaced =
            TypeExtensions.BoundProperty(member, clr)
            ?? Properties(clr).FirstOrDefault(property => GraphQLNaming.Property(property) == field.Name);
        if (replaced is not null)
            field.Description = binder.Documentation.Of(replaced);
        return field;
    }

    private void FillUnion(UnionType union, Type clr)
    {
        union.Description = DescriptionOf(clr);
        union.Types =
        [
            .. RegisteredTypes().Where(candidate => clr.IsAssignableFrom(candidate)).Select(candidate => (ObjectType)Bind(candidate)),
        ];
        if (union.Types.Count == 0)
            throw new BindingException($"no registered type derives from {clr} (AddTypes)");
    }

    private void FillEnum(EnumType type)
    {
        type.Description = binder.Documentation.Of(type.RuntimeType!);
        type.Values = new(
            type.RuntimeType!.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(binder.Includes)
                .Select(value => new EnumValueDefinition(GraphQLNaming.EnumValue(value))
                {
                    Description = binder.Documentation.Of(value),
                    DeprecationReason = value.DeprecationReason(),
                    RuntimeValue = value.GetValue(null)!,
                })
        );
    }

    private string? DescriptionOf(Type clr) =>
        binder.Documentation.Of(clr)
        ?? binder.Extensions.ClassesOf(clr).Select(binder.Documentation.Of).FirstOrDefault(text => text is not null);

    private void Implement(ComplexType type, Type clr)
    {
        var interfaces = complexTypes
            .Where(entry => entry.Value is InterfaceType && entry.Key != clr && entry.Key.IsAssignableFrom(clr))
            .Select(entry => (InterfaceType)entry.Value)
            .ToList();
        if (type is ObjectType && binder.Nodes.InterfaceFor(clr) is { } node)
            interfaces.Insert(0, node);
        type.Interfaces = [.. type.Interfaces, .. interfaces];
        var missing = interfaces
            .SelectMany(inherited => inherited.Fields)
            .Where(field => type.Fields[field.Name] is null)
            .DistinctBy(field => field.Name)
            .ToList();
        if (missing.Count > 0)
            type.Fields = new(type.Fields.Concat(missing.Select(FieldBinder.Copy)));
    }

    /// <summary>Public properties, those of base types first, each name once in its most derived form.</summary>
    internal static IEnumerable<PropertyInfo> Properties(Type type)
    {
        var levels = new List<Type>();
        if (type.IsInterface)
            levels.AddRange([.. type.GetInterfaces(), type]);
        else
        {
            for (var level = type; level is not null && level != typeof(object) && level != typeof(ValueType); level = level.BaseType)
                levels.Insert(0, level);
        }
        return levels
            .SelectMany(level =>
                level
                    .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .OrderBy(property => property.MetadataToken)
            )
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .GroupBy(property => property.Name)
            .Select(group => group.Last());
    }
}
