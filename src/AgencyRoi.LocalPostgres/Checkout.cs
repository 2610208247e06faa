namespace AgencyRoi.LocalPostgres;

/// <summary>The folder that holds the solution, above the running program; for an installed program, the working folder.</summary>
internal static class Checkout
{
    public static string Root { get; } =
        FolderWithSolution(AppContext.BaseDirectory)
        ?? FolderWithSolution(Directory.GetCurrentDirectory())
        ?? Directory.GetCurrentDirectory();

    /// <summary>What the product keeps between runs on a developer's machine; never committed.</summary>
    public static string StateFolder => Path.Combine(Root, ".agency-roi");

    private static string? FolderWithSolution(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "AgencyRoi.sln")))
                return folder.FullName;
        return null;
    }
}
