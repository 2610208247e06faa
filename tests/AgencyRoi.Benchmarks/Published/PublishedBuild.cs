namespace AgencyRoi.Benchmarks.Published;

/// <summary>A folder that the product was published to, and what its process is told besides.</summary>
internal sealed record PublishedBuild(string Folder, IReadOnlyDictionary<string, string> Environment)
{
    public string Name => string.Join(' ', [Path.GetFileName(Folder), .. Environment.Select(one => $"{one.Key}={one.Value}")]);

    /// <param name="text"><c>FOLDER</c> or <c>FOLDER,NAME=VALUE,NAME=VALUE</c>.</param>
    public static PublishedBuild Parse(string text)
    {
        var parts = text.Split(',');
        return new(
            Path.GetFullPath(parts[0]),
            parts.Skip(1).Select(one => one.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1])
        );
    }
}
