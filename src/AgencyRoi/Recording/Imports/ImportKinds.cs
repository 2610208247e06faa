using AgencyRoi.Platform;

namespace AgencyRoi.Recording.Imports;

/// <summary>All kinds of files that can be imported, by name.</summary>
internal sealed class ImportKinds(IEnumerable<ProductModule> modules)
{
    public IReadOnlyList<ImportKind> All { get; } =
    [.. modules.OfType<IImports>().SelectMany(module => module.Imports).OrderBy(kind => kind.Name, StringComparer.Ordinal)];

    public string Names => string.Join(", ", All.Select(kind => kind.Name));

    public ImportKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
