using System.Text.Json;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>All cases of one kind, asked of both sides.</summary>
internal sealed class Comparison(string kind, Func<JsonElement, IEnumerable<Finding>> theirs, Func<JsonElement, IEnumerable<Finding>> ours)
{
    private readonly Dictionary<Deviation, int> deviations = Deviation.All.Where(one => one.Kind == kind).ToDictionary(one => one, _ => 0);
    private readonly List<string> disagreements = [];

    /// <summary>No disagreement but the listed deviations, and each of these as often as it is said there: no more, and no less.</summary>
    public void Expect()
    {
        var cases = Fixtures.Cases(kind);
        foreach (var one in cases)
            Compare(one);

        TestContext.Current.TestOutputHelper!.WriteLine( // There is one in a running test.
            $"{kind}: {cases.Count} cases, {disagreements.Count} disagreements, {deviations.Values.Sum()} deviations of {deviations.Count} kinds"
        );
        Assert.True(disagreements.Count == 0, $"{disagreements.Count} of {cases.Count}:\n\n{string.Join("\n\n", disagreements.Take(10))}");
        if (!Fixtures.AreFresh)
            Assert.All(deviations, one => Assert.True(one.Key.Count == one.Value, $"\"{one.Key.Says}\" is said {one.Value} times."));
    }

    private void Compare(JsonElement one)
    {
        var line = one.GetRawText();
        var (theirFindings, ourFindings) = (theirs(one).ToList(), Ask(one));
        var unexplained = new List<Difference>();
        foreach (var difference in Differences(theirFindings, ourFindings))
        {
            if (deviations.Keys.FirstOrDefault(deviation => deviation.Explains(line, difference)) is { } deviation)
                deviations[deviation]++;
            else
                unexplained.Add(difference);
        }
        if (unexplained.Count > 0)
            disagreements.Add($"{line}\n  {string.Join("\n  ", unexplained)}");
    }

    /// <summary>A crash is an answer too: one that nobody else gives.</summary>
    private List<Finding> Ask(JsonElement one)
    {
        try
        {
            return [.. ours(one)];
        }
        catch (Exception crash)
        {
            return [$"crash: {crash}"];
        }
    }

    private static IEnumerable<Difference> Differences(List<Finding> theirs, List<Finding> ours)
    {
        var (left, right) = (Without(theirs, ours), Without(ours, theirs));
        if (left.Count + right.Count == 0 && !theirs.Select(one => one.Key).SequenceEqual(ours.Select(one => one.Key)))
            yield return new Difference("ours", [$"another order: {string.Join(" | ", ours.Select(one => one.Text))}"]);
        foreach (var key in left)
            yield return new Difference("theirs", TextsOf(theirs, key));
        foreach (var key in right)
            yield return new Difference("ours", TextsOf(ours, key));
    }

    /// <summary>What of the first list the second has not, counting how often each is said.</summary>
    private static List<string> Without(List<Finding> first, List<Finding> second)
    {
        var others = second.Select(one => one.Key).ToList();
        return [.. first.Select(one => one.Key).Where(key => !others.Remove(key))];
    }

    private static string[] TextsOf(List<Finding> findings, string key) =>
        [.. findings.Where(one => one.Key == key).Select(one => one.Text)];
}
