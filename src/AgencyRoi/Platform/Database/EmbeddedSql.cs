using System.Reflection;

namespace AgencyRoi.Platform.Database;

/// <summary>SQL files of this assembly, named by folder and file: <c>Database.roles.sql</c>.</summary>
internal static class EmbeddedSql
{
    private static readonly Assembly Assembly = typeof(EmbeddedSql).Assembly;

    public static IEnumerable<string> Names => Assembly.GetManifestResourceNames().Select(name => name[Prefix.Length..]);

    private static string Prefix => nameof(AgencyRoi) + ".";

    public static string Read(string name)
    {
        using var stream =
            Assembly.GetManifestResourceStream(Prefix + name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
