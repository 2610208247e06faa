namespace AgencyRoi.Entry.Ide;

/// <summary>The files of the page: our own few, and those that the build has from npm. Only names that stand here are given out.</summary>
internal sealed class IdeFiles(string installed)
{
    private static readonly string[] Own = ["ide.js", "ide.css"];
    private static readonly string[] FromNpm =
    [
        "graphiql.min.js",
        "graphiql.min.css",
        "react.production.min.js",
        "react-dom.production.min.js",
    ];

    /// <summary>GraphiQL; or, where it is not installed, how to get it.</summary>
    public byte[] Page() => Read(FromNpm.All(name => File.Exists(Path.Combine(installed, name))) ? "ide.html" : "missing.html");

    /// <summary>Null when there is no such file.</summary>
    public (byte[] Content, string Type)? Find(string name)
    {
        if (Own.Contains(name))
            return (Read(name), TypeOf(name));
        var path = Path.Combine(installed, name);
        return FromNpm.Contains(name) && File.Exists(path) ? (File.ReadAllBytes(path), TypeOf(name)) : null;
    }

    private static string TypeOf(string name) =>
        name.EndsWith(".js", StringComparison.Ordinal) ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8";

    private static byte[] Read(string name)
    {
        using var stream = typeof(IdeFiles).Assembly.GetManifestResourceStream($"AgencyRoi.ide.{name}")!; // Embedded by the project file.
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
