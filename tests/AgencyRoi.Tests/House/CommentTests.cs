using System.Text.RegularExpressions;

namespace AgencyRoi.Tests.House;

/// <summary>The rules of comments that can be read by a machine.</summary>
public sealed partial class CommentTests
{
    [Fact]
    public void A_type_is_introduced_by_a_noun()
    {
        var found =
            from file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("AgencyRoi.GraphQL", StringComparison.Ordinal)
            from line in File.ReadLines(file)
            where WithoutNoun().IsMatch(line)
            select $"{Path.GetFileName(file)}: {line}";

        Assert.Empty(found);
    }

    [GeneratedRegex("^/// <summary>(What|Who|One|That|It|Whoever|Whatever) ")]
    private static partial Regex WithoutNoun();
}
