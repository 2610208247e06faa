namespace AgencyRoi.Tests.House;

/// <summary>The nil id means more than one thing: whoever uses it says which, by a name.</summary>
public sealed class NilIdTests
{
    // The first two give the names; the tenancy and the warm-up are about an agency that is none.
    private static readonly string[] Named =
    [
        "Ledger/Entries/NoDimension.cs",
        "Platform/NoRow.cs",
        "Platform/Database/SessionStart.cs",
        "Entry/Api/WarmUp.cs",
    ];

    [Fact]
    public void The_nil_id_is_spelled_only_where_it_gets_a_name()
    {
        var root = Repository.PathOf("src/AgencyRoi");
        var spelled = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(root, file).Replace('\\', '/'), file))
            .Where(file =>
                !file.Path.StartsWith("obj/", StringComparison.Ordinal) && !file.Path.StartsWith("bin/", StringComparison.Ordinal)
            )
            .Where(file => File.ReadAllText(file.file).Contains("Guid.Empty", StringComparison.Ordinal))
            .Select(file => file.Path)
            .Order(StringComparer.Ordinal);

        Assert.Equal(Named.Order(StringComparer.Ordinal), spelled);
    }
}
