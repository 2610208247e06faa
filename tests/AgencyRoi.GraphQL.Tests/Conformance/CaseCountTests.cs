using System.Text.Json;

namespace AgencyRoi.GraphQL.Tests.Conformance;

/// <summary>How much is compared: who makes the fixtures smaller, or forgets a rule, sees it here.</summary>
public sealed class CaseCountTests
{
    [Theory]
    [InlineData("parsing", 1_300)]
    [InlineData("schemas", 650)]
    [InlineData("validation", 3_700)]
    [InlineData("execution", 700)]
    public void There_are_as_many_cases_of_each_kind(string kind, int atLeast)
    {
        var cases = Fixtures.Cases(kind);
        var refused = cases.Count(one => one.TryGetProperty("error", out _) || HasErrors(one));

        TestContext.Current.TestOutputHelper!.WriteLine($"{kind}: {cases.Count} cases, {refused} with errors"); // There is one in a running test.
        Assert.InRange(cases.Count, atLeast, atLeast + 200);
        Assert.InRange(refused, cases.Count / 3, cases.Count * 9 / 10);
    }

    [Fact]
    public void Every_rule_of_the_reference_refuses_many_documents()
    {
        string[] rules = [.. Fixtures.Cases("validation").SelectMany(RulesOf)];
        var counts = rules.CountBy(rule => rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).ToArray();

        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', counts.Select(rule => $"{rule.Key}: {rule.Value}"))); // There is one in a running test.
        Assert.Equal(27, counts.Length);
        Assert.All(counts, rule => Assert.True(rule.Value >= 10, rule.Key));
    }

    private static bool HasErrors(JsonElement one) => one.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0;

    /// <summary>An error begins with the name of its rule.</summary>
    private static IEnumerable<string> RulesOf(JsonElement one) =>
        one.GetProperty("errors").EnumerateArray().Select(error => error.GetString()!.Split(' ')[0]).Distinct();
}
