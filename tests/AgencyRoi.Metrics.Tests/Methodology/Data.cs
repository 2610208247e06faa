namespace AgencyRoi.Metrics.Tests.Methodology;

/// <summary>The real data sets that the methodology's figures were worked out on. They do not ship with the product.</summary>
internal static class Data
{
    private static readonly string Folder = Path.Combine(Checkout(), "../shared/data");

    /// <summary>The rows of a file without its heading, cut at commas; skips the test where the folder is missing.</summary>
    public static List<string[]> Rows(string file)
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable("AGENCY_ROI_DATA") ?? Folder, file);
        Assert.SkipUnless(File.Exists(path), $"{path} is missing: set AGENCY_ROI_DATA to the folder of the data sets.");
        return [.. File.ReadLines(path).Skip(1).Where(line => line != "").Select(line => line.Split(','))];
    }

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AgencyRoi.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
