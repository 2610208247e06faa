using System.Reflection;
using AgencyRoi.GraphQL.Binding.Relay;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>The registered classes that add fields to other types.</summary>
internal sealed class TypeExtensions
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly SchemaBinder binder;
    private readonly ILookup<Type, Type> classes;

    public TypeExtensions(SchemaBinder binder)
    {
        this.binder = binder;
        classes = binder
            .Settings.Types.SelectMany(type =>
                type.All<ITypeExtensionAttribute>().Select(attribute => (attribute.ExtendedType, Class: type))
            )
            .ToLookup(pair => pair.ExtendedType, pair => pair.Class);
    }

    /// <summary>The types that are extended, and so known to exist although perhaps no field names them.</summary>
    public IEnumerable<Type> ExtendedTypes => classes.Select(group => group.Key);

    public IEnumerable<Type> ClassesOf(Type type) => classes[type];

    /// <summary>Members that become fields, and the names of those that are left out but still hide a property.</summary>
    public (IReadOnlyList<MemberInfo> Fields, IReadOnlySet<string> HiddenNames) Of(Type type)
    {
        var fields = new List<MemberInfo>();
        var hidden = new HashSet<string>(StringComparer.Ordinal);
        foreach (var extension in classes[type])
            Add(extension, _ => true);
        var own = fields.Select(FieldBinder.NameOf).Concat(hidden).ToHashSet(StringComparer.Ordinal);
        foreach (var extension in ClassesOfBases(type))
            Add(extension, member => !own.Contains(FieldBinder.NameOf(member)));
        return (fields, hidden);

        void Add(Type extension, Func<MemberInfo, bool> isWanted)
        {
            foreach (var member in Members(extension).Where(member => !NodeBinder.IsResolver(member) && isWanted(member)))
            {
                var bound = BoundProperty(member, type);
                if (bound is not null && !binder.Includes(bound))
                    continue;
                if (binder.Includes(extension) && binder.Includes(member))
                    fields.Add(member);
                else
                    hidden.UnionWith(Names(member, bound));
            }
        }
    }

    /// <summary>The property that a member's field stands for by <see cref="BindMemberAttribute"/>.</summary>
    public static PropertyInfo? BoundProperty(MemberInfo member, Type type) =>
        member.Find<BindMemberAttribute>() is not { } bound
            ? null
            : OutputBinder.Properties(type).FirstOrDefault(property => property.Name == bound.Name)
                ?? throw new BindingException($"{member.DisplayName()} is bound to {bound.Name}, which is no public property of {type}");

    /// <summary>The names that a member takes from the properties of a type: its own, and that of the property it is bound to.</summary>
    public static IEnumerable<string> Names(MemberInfo member, PropertyInfo? bound) =>
        bound is null ? [FieldBinder.NameOf(member)] : [FieldBinder.NameOf(member), GraphQLNaming.Property(bound)];

    // Those that extend an interface or an abstract class which an object type has. An interface of the schema hands its own fields on by itself.
    private IEnumerable<Type> ClassesOfBases(Type type) =>
        type.IsInterface || type.IsAbstract
            ? []
            : classes
                .Where(group => group.Key != type && (group.Key.IsInterface || group.Key.IsAbstract) && group.Key.IsAssignableFrom(type))
                .SelectMany(group =>
                    group.Where(extension => extension.All<ITypeExtensionAttribute>().Any(each => each.ExtendsObjectsOf(group.Key)))
                );

    public static IEnumerable<MethodInfo> Methods(Type type) => type.GetMethods(Declared).Where(method => !method.IsSpecialName);

    /// <summary>The public static members that a class declares, in their order, without the streams that subscriptions open.</summary>
    public static IEnumerable<MemberInfo> Members(Type type)
    {
        var methods = Methods(type).ToList();
        var streams = methods.Select(method => method.Find<SubscribeAttribute>()?.With).OfType<string>().ToHashSet();
        return methods
            .Where(method => !streams.Contains(method.Name))
            .Concat<MemberInfo>(type.GetProperties(Declared))
            .OrderBy(member => member.MetadataToken);
    }
}
