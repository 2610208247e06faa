using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Tests.Portfolio.Goals;

/// <summary>A line of a list of indicators that people judged: "good", or "volume".</summary>
internal sealed record JudgedIndicator(string Language, string Indicator, string Verdict)
{
    public bool IsJudgedRight => (VolumeTerm.Of(Indicator) is null ? "good" : "volume") == Verdict;

    public static string PathOf(string file) => Repository.PathOf($"tests/AgencyRoi.Tests/Portfolio/Goals/{file}");

    public static IReadOnlyList<JudgedIndicator> Read(string file) =>
        [.. File.ReadLines(PathOf(file)).Skip(1).Where(line => line.Length > 0).Select(Parse)];

    /// <summary>Which part of a list is judged right, and what is not, for the reader of a failure.</summary>
    public static void Require(double share, IReadOnlyList<JudgedIndicator> list)
    {
        List<JudgedIndicator> wrong = [.. list.Where(each => !each.IsJudgedRight)];
        var right = 1 - ((double)wrong.Count / list.Count);
        Assert.True(right >= share, $"{right:P1} of {list.Count} are judged right; wrong are: {string.Join("; ", wrong)}");
    }

    // The indicator may have commas.
    private static JudgedIndicator Parse(string line)
    {
        var (first, last) = (line.IndexOf(',', StringComparison.Ordinal), line.LastIndexOf(','));
        return new(line[..first], line[(first + 1)..last].Trim('"'), line[(last + 1)..]);
    }
}
