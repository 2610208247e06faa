namespace AgencyRoi.Tests.House;

/// <summary>Whoever passes more than five arguments names those of which a neighbour has the same type, or passes a record.</summary>
public sealed class PositionalCallsTests
{
    [Theory]
    [InlineData("AgencyRoi")]
    [InlineData("AgencyRoi.GraphQL")]
    [InlineData("AgencyRoi.GraphQL.AspNetCore")]
    [InlineData("AgencyRoi.LocalPostgres")]
    [InlineData("AgencyRoi.Metrics")]
    public void No_long_call_lets_two_arguments_of_one_type_change_places(string project)
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf($"src/{project}"), "*.cs", SearchOption.AllDirectories);
        var usings = Directory.EnumerateFiles(
            Repository.PathOf($"artifacts/obj/{project}"),
            "*.GlobalUsings.g.cs",
            SearchOption.AllDirectories
        );

        var files = sources.Append(usings.First()).Select(file => (Path.GetFileName(file), File.ReadAllText(file)));
        Assert.Equal("", string.Join('\n', PositionalCalls.In(project, files)));
    }

    [Theory]
    [InlineData("new Six(1, 2m, 3, 4m, true, false)", true)]
    [InlineData("new Six(1, 2m, 3, 4m, true, F: false)", false)]
    [InlineData("new Six(1, 2m, 3, D: 4m, true, false)", false)]
    [InlineData("Listed(1, 2m, 3, 4, 5, 6, 7)", false)]
    [InlineData("Five(1, 2, 3, 4, 5)", false)]
    public void A_call_is_found_by_its_unnamed_arguments_and_their_types(string call, bool isFound)
    {
        var code = $$"""
            record Six(int A, decimal B, int C, decimal D, bool E, bool F);
            class Calls
            {
                object Made() => {{call}};
                static object Listed(int a, decimal b, params int[] rest) => rest;
                static object Five(int a, int b, int c, int d, int e) => a;
            }
            """;

        Assert.Equal(isFound ? ["Calls.cs:4"] : [], PositionalCalls.In("Planted", [("Calls.cs", code)]));
    }
}
