using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>The modules whose entities a context knows. Equal for the same modules, so that EF builds their model only once.</summary>
internal sealed class MappedModules(IEnumerable<ProductModule> modules) : IEquatable<MappedModules>
{
    private readonly ProductModule[] modules = [.. modules];

    public void Map(ModelBuilder model)
    {
        foreach (var module in modules.OfType<IMapsEntities>())
            module.Map(model);
    }

    public bool Equals(MappedModules? other) =>
        ReferenceEquals(this, other) || (other is not null && Types(modules).SequenceEqual(Types(other.modules)));

    public override bool Equals(object? obj) => Equals(obj as MappedModules);

    public override int GetHashCode() => modules.Length;

    private static IEnumerable<Type> Types(ProductModule[] modules) => modules.Select(module => module.GetType());
}
