using System.Reflection;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>The fields of one type while they are bound; a second member of one name is a problem rather than silently dropped.</summary>
internal sealed class FieldCollection(SchemaBinder binder)
{
    private readonly List<FieldDefinition> fields = [];
    private readonly Dictionary<string, MemberInfo> origins = new(StringComparer.Ordinal);

    public bool IsEmpty => fields.Count == 0;

    public void Add(MemberInfo member, Func<FieldDefinition> bind) =>
        binder.Try(
            member.DisplayName(),
            () =>
            {
                var field = bind();
                if (!origins.TryAdd(field.Name, member))
                    throw new BindingException($"the field {field.Name} is already made from {origins[field.Name].DisplayName()}");
                fields.Add(field);
            }
        );

    /// <summary>The fields of the type of that name; the schema's own errors will be told with the members they come from.</summary>
    public MemberList<FieldDefinition> ToMembers(string typeName)
    {
        foreach (var (field, member) in origins)
            binder.Origins.TryAdd($"{typeName}.{field}", member);
        return new(fields);
    }
}
