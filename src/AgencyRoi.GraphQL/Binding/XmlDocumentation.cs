using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>
/// Descriptions from the XML documentation that the compiler wrote beside an assembly.
/// Positional members of records are documented by their type's <c>param</c>.
/// </summary>
internal sealed partial class XmlDocumentation(Func<Assembly, string?> pathOf)
{
    private readonly Dictionary<Assembly, DocumentedMembers> files = [];

    public string? Of(Type type) => Summary(Find(type.Assembly, TypeId(type)), type);

    public string? Of(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        return Summary(Find(owner.Assembly, MemberId('P', property)), property)
            ?? Parameter(Find(owner.Assembly, TypeId(owner)), property.Name)
            ?? Inherited(property);
    }

    public string? Of(FieldInfo enumValue) => Text(Find(enumValue.DeclaringType!.Assembly, MemberId('F', enumValue))?.Element("summary"));

    public string? Of(MethodInfo method) => Summary(FindMethod(method), method);

    public string? Of(ParameterInfo parameter) =>
        parameter.Member switch
        {
            MethodInfo method => Parameter(FindMethod(method), parameter.Name!),
            _ => Parameter(Find(parameter.Member.DeclaringType!.Assembly, TypeId(parameter.Member.DeclaringType!)), parameter.Name!),
        };

    private string? Summary(XElement? documentation, MemberInfo member)
    {
        if (documentation?.Element("inheritdoc") is not { } inherit)
            return Text(documentation?.Element("summary"));
        return inherit.Attribute("cref")?.Value is { } reference
            ? Text(Find(member.Module.Assembly, reference)?.Element("summary"))
            : Inherited(member);
    }

    private string? Inherited(MemberInfo member)
    {
        if (member is not PropertyInfo { DeclaringType: { } owner } property)
            return null;
        var ancestors = owner.BaseType is { } parent ? owner.GetInterfaces().Prepend(parent) : owner.GetInterfaces();
        return ancestors
            .Select(ancestor => ancestor.GetProperty(property.Name))
            .OfType<PropertyInfo>()
            .Where(found => found.DeclaringType != owner)
            .Select(Of)
            .FirstOrDefault(text => text is not null);
    }

    private XElement? FindMethod(MethodInfo method)
    {
        var file = File(method.DeclaringType!.Assembly);
        var id = MemberId('M', method);
        var count = method.GetParameters().Length;
        if (count == 0)
            return file.Find(id);
        // The compiler spells out parameter types; overloads of one name are rare enough to be told apart by their parameters' names.
        var candidates = file.WithParameters(id);
        var names = method.GetParameters().Select(parameter => parameter.Name).ToHashSet();
        return candidates is [var only]
            ? only
            : candidates.FirstOrDefault(found => found.Elements("param").All(element => names.Contains(element.Attribute("name")?.Value)));
    }

    private XElement? Find(Assembly assembly, string id) => File(assembly).Find(id);

    private DocumentedMembers File(Assembly assembly)
    {
        if (!files.TryGetValue(assembly, out var file))
            files[assembly] = file = DocumentedMembers.Read(pathOf(assembly));
        return file;
    }

    private static string? Parameter(XElement? documentation, string name) =>
        Text(documentation?.Elements("param").FirstOrDefault(element => element.Attribute("name")?.Value == name));

    private static string TypeId(Type type) => $"T:{Name(type)}";

    private static string MemberId(char kind, MemberInfo member) => $"{kind}:{Name(member.DeclaringType!)}.{member.Name}";

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    /// <summary>Plain text: references become the names they refer to, lines are joined, paragraphs are kept.</summary>
    private static string? Text(XElement? element)
    {
        if (element is null)
            return null;
        var text = string.Concat(element.Nodes().Select(Text));
        var paragraphs = text.Split('\u2029')
            .Select(paragraph => Space().Replace(paragraph, " ").Trim())
            .Where(paragraph => paragraph.Length > 0);
        return string.Join("\n\n", paragraphs) is { Length: > 0 } joined ? joined : null;
    }

    private static string Text(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "para" } paragraph => $"\u2029{string.Concat(paragraph.Nodes().Select(Text))}\u2029",
            XElement { Name.LocalName: "see" or "seealso" } see when see.IsEmpty => Referred(see),
            XElement { Name.LocalName: "paramref" or "typeparamref" } reference => reference.Attribute("name")?.Value ?? "",
            XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
            XElement other => string.Concat(other.Nodes().Select(Text)),
            _ => "",
        };

    private static string Referred(XElement see)
    {
        var target = see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? see.Attribute("href")?.Value ?? "";
        if (see.Attribute("cref") is null)
            return target;
        var name = target[2..].Split('(')[0];
        name = name[(name.LastIndexOf('.') + 1)..].Split('`')[0];
        // Members appear under their GraphQL spelling.
        return target[0] is 'P' or 'M' ? GraphQLNaming.Camel(name) : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
