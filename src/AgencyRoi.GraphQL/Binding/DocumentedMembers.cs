using System.Xml.Linq;

namespace AgencyRoi.GraphQL.Binding;

/// <summary>What one file of XML documentation says, by the compiler's ids of the members. A schema asks for thousands, so nothing is searched for.</summary>
internal sealed class DocumentedMembers
{
    private readonly Dictionary<string, XElement> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<XElement>> overloads = new(StringComparer.Ordinal);

    /// <param name="path">The file; null, or a file that is not there, documents nothing.</param>
    public static DocumentedMembers Read(string? path)
    {
        var members = new DocumentedMembers();
        if (path is null || !File.Exists(path))
            return members;
        foreach (var member in XDocument.Load(path).Descendants("member"))
        {
            if (member.Attribute("name")?.Value is { } id)
                members.byId[id] = member;
        }
        foreach (var (id, member) in members.byId)
            members.AddOverload(id, member);
        return members;
    }

    public XElement? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The methods with parameters of that id, as it is without them.</summary>
    public IReadOnlyList<XElement> WithParameters(string id) => overloads.TryGetValue(id, out var found) ? found : [];

    private void AddOverload(string id, XElement member)
    {
        var parameters = id.IndexOf('(', StringComparison.Ordinal);
        if (parameters < 0)
            return;
        var name = id[..parameters];
        if (!overloads.TryGetValue(name, out var present))
            overloads[name] = present = [];
        present.Add(member);
    }
}
