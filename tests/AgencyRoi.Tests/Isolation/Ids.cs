using System.Reflection;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Isolation;

/// <summary>
/// Whose id each argument and input field of type ID wants. Inputs say it by their <c>[ID&lt;T&gt;]</c>; filters and arguments, which have no class of
/// ours, by their names. <see cref="IdCoverageTests"/> fails when one of them cannot be told.
/// </summary>
internal static class Ids
{
    /// <summary>A campaign's parent is a campaign too, but cannot be the campaign itself.</summary>
    public const string ParentCampaign = "Campaign.parent";

    /// <summary>Two contacts of one client are merged.</summary>
    public const string MergedContact = "Contact.merged";

    /// <summary>A contact that was erased can be recorded no more.</summary>
    public const string ErasedContact = "Contact.erased";

    public static string Random(string slot) => GlobalId.Format(TypeOf(slot), Guid.CreateVersion7());

    public static string TypeOf(string slot) => slot.Split('.')[0];

    public static bool IsId(GraphQLType type) => type.Unwrapped.Name is "ID";

    /// <summary>Whether it says which object is asked for; an id that may be left out narrows what is found.</summary>
    public static bool IsRequired(InputValueDefinition argument) => argument.IsRequired && IsId(argument.Type);

    public static bool IsIdFilter(GraphQLType type) => type.Unwrapped.Name is "IdOperationFilterInput" or "ListIdOperationFilterInput";

    /// <summary>The fields of an input that hold ids, with the object each wants.</summary>
    public static IEnumerable<(InputValueDefinition Field, string Slot)> Of(InputObjectType input) =>
        input.Fields.Where(field => IsId(field.Type)).Select(field => (field, SlotOf(input, field)));

    /// <summary>The same with the ids of the objects that lie in it, and the way to each.</summary>
    public static IEnumerable<(string[] Path, InputValueDefinition Field, string Slot)> Within(InputObjectType input) =>
        Of(input)
            .Select(id => (new[] { id.Field.Name }, id.Field, id.Slot))
            .Concat(
                from field in input.Fields
                where field.Type.Unwrapped is InputObjectType
                from id in Within((InputObjectType)field.Type.Unwrapped)
                select ((string[])[field.Name, .. id.Path], id.Field, id.Slot)
            );

    /// <summary>The entries of a filter that compare ids, with the way to each: those of a row's client are one level further down.</summary>
    public static IEnumerable<(string[] Path, InputValueDefinition Field, string Slot)> OfFilter(InputObjectType filter) =>
        filter
            .Fields.Where(field => IsIdFilter(field.Type))
            .Select(field => (new[] { field.Name }, field, ByName(field.Name, Subject(filter))))
            .Concat(
                from below in filter.Fields
                where below.Type is InputObjectType && below.Type.Unwrapped.Name.EndsWith("FilterInput", StringComparison.Ordinal)
                let inner = (InputObjectType)below.Type
                where !inner.Name.EndsWith("OperationFilterInput", StringComparison.Ordinal)
                from id in OfFilter(inner)
                select ((string[])[below.Name, .. id.Path], id.Field, id.Slot)
            );

    /// <summary>The id that an argument of a field wants: <c>client(id)</c> is a client's.</summary>
    public static string OfArgument(FieldDefinition field, InputValueDefinition argument) =>
        ByName(argument.Name, field.Type.Unwrapped.Name);

    private static string SlotOf(InputObjectType input, InputValueDefinition field)
    {
        var property = Members(input.RuntimeType)
            .SingleOrDefault(property => property.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
        var id = property?.GetCustomAttributes(inherit: false).OfType<IIdAttribute>().SingleOrDefault();
        var marked = id?.IdType is { } type ? NameOf(type) : id?.IdTypeName;
        return (field.Name, marked) switch
        {
            ("parentId", "Campaign") => ParentCampaign,
            ("fromId", "Contact") => MergedContact,
            ("id", "Contact") when input.Name == "EraseContactInput" => ErasedContact,
            _ => marked ?? $"? {input.Name}.{field.Name}",
        };
    }

    /// <summary>The members of an input's class, with those of the statement that stands among them.</summary>
    public static IEnumerable<PropertyInfo> Members(Type? type) =>
        from property in type?.GetProperties() ?? []
        let inlined = property.IsDefined(typeof(InlineAttribute)) ? property.PropertyType : null
        let statement = inlined is { IsGenericType: true } ? inlined.GetGenericArguments()[0] : inlined
        from member in statement?.GetProperties().Where(member => !member.IsDefined(typeof(GraphQLIgnoreAttribute))) ?? [property]
        select member;

    private static string NameOf(Type type) => type.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? type.Name;

    private static string ByName(string name, string subject)
    {
        var stem =
            name.EndsWith("Ids", StringComparison.Ordinal) ? name[..^3]
            : name.EndsWith("Id", StringComparison.Ordinal) ? name[..^2]
            : "";
        return stem switch
        {
            "" => subject,
            "rate" or "overheadRate" => "HourlyRate",
            "reportedChannel" => "Channel",
            "parent" when subject == "Campaign" => ParentCampaign,
            "issuerMember" when subject == "ApiToken" => "Member",
            "issuer" when subject == "ApiToken" => "ApiToken",
            "predecessor" when subject == "ApiToken" => "ApiToken",
            "segment" when subject == "MessageVariant" => "AudienceSegment",
            "mergedInto" or "kept" when subject == "Contact" => "Contact",
            _ => char.ToUpperInvariant(stem[0]) + stem[1..],
        };
    }

    private static string Subject(InputObjectType filter) => filter.Name[..^"FilterInput".Length];
}
