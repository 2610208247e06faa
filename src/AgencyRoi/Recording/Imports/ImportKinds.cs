using AgencyRoi.Platform;

namespace AgencyRoi.Recording.Imports;

/// <summary>All kinds of files that can be imported, as the modules list them.</summary>
internal sealed class ImportKinds(IEnumerable<ProductModule> modules)
{
    public IReadOnlyList<ImportKind> All { get; } = [.. modules.OfType<IImports>().SelectMany(module => module.Imports)];

    public string Names => string.Join(", ", All.Select(kind => kind.Name).Order(StringComparer.Ordinal));

    public ImportKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
