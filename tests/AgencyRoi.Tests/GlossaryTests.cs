using System.Text.RegularExpressions;

namespace AgencyRoi.Tests;

/// <summary>What the documents for developers name in the code is there.</summary>
public sealed partial class GlossaryTests
{
    private static readonly Lazy<HashSet<string>> Words = new(() =>
        [.. SourceFiles().SelectMany(file => Word().Matches(File.ReadAllText(file)).Select(match => match.Value))]
    );

    [Theory]
    [InlineData("docs/glossary.md")]
    [InlineData("docs/architecture.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_name_in_code_letters_is_in_the_code(string document)
    {
        var named = Code().Matches(Repository.Read(document)).Select(match => match.Groups[1].Value).Where(name => Name().IsMatch(name));

        var missing = named.SelectMany(name => Word().Matches(name).Select(match => match.Value)).Except(Words.Value);

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("CONTRIBUTING.md")]
    public void Every_path_that_is_named_is_there(string document)
    {
        var paths = Code()
            .Matches(Repository.Read(document))
            .Select(match => match.Groups[1].Value)
            .Where(text => text.Contains('/') && !text.Contains(' ') && !text.Contains('…') && !text.Contains("NNNN"));

        Assert.All(paths, path => Assert.True(Exists(path), path));
    }

    private static IEnumerable<string> SourceFiles() =>
        new[] { "src", "tests", "db-migrations" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".sql" && !file.Contains("node_modules", StringComparison.Ordinal));

    private static bool Exists(string path) =>
        new[] { path, $"src/AgencyRoi/{path}" }.Any(place =>
            File.Exists(Repository.PathOf(place)) || Directory.Exists(Repository.PathOf(place))
        );

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();

    // A name of C# or SQL, with its members; no path, no command.
    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.]*$")]
    private static partial Regex Name();

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();
}
