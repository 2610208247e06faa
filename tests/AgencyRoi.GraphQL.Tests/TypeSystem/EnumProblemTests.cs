using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.TypeSystem;

public sealed class EnumProblemTests
{
    [Theory]
    [InlineData(1, "Its values are V0.")]
    [InlineData(3, "Its values are V0, V1, V2.")]
    public void All_values_are_listed(int count, string sentence) => Assert.Equal(sentence, EnumProblem.Values(Of(count)));

    [Fact]
    public void Of_very_many_values_fifty_are_listed_and_the_rest_is_counted()
    {
        Assert.EndsWith("V48, V49.", EnumProblem.Values(Of(50)));
        Assert.EndsWith("V48, V49 and 1 more.", EnumProblem.Values(Of(51)));
    }

    private static EnumType Of(int count)
    {
        var values = string.Join(' ', Enumerable.Range(0, count).Select(number => $"V{number}"));
        return (EnumType)SchemaFromSdl.Build($"type Query {{ kind: Kind }} enum Kind {{ {values} }}").FindType("Kind")!; // Just written.
    }
}
