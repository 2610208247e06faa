using System.Text.Json;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>
/// What the reference implementation answers, one case a line, as <c>tests/conformance/generate.mjs</c> wrote it. Another folder of
/// fresh cases may be named by CONFORMANCE_FIXTURES.
/// </summary>
internal static class Fixtures
{
    public static bool AreFresh => Environment.GetEnvironmentVariable("CONFORMANCE_FIXTURES") is not null;

    private static string Folder => Environment.GetEnvironmentVariable("CONFORMANCE_FIXTURES") ?? Path.Combine(Home, "fixtures");

    /// <summary>The folder of the generator, next to the test projects.</summary>
    public static string Home { get; } = Path.Combine(Root(), "tests", "conformance");

    public static IReadOnlyList<JsonElement> Cases(string kind) =>
        [.. File.ReadLines(Path.Combine(Folder, $"{kind}.jsonl")).Select(line => JsonElement.Parse(line))];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AgencyRoi.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
