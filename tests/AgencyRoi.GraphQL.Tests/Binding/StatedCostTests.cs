using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.GraphQL.Tests.Binding;

/// <summary>A field says what it costs, or costs what any field costs that is loaded.</summary>
public sealed class StatedCostTests
{
    [QueryType]
    public static class Reports
    {
        [Cost(100)]
        public static Task<int> GetDearAsync() => Task.FromResult(1);

        public static Task<int> GetUsualAsync() => Task.FromResult(2);

        [Cost(0.5)]
        public static int GetCheap() => 3;
    }

    [Theory]
    [InlineData("dear", "100.0")]
    [InlineData("usual", "10.0")]
    [InlineData("cheap", "0.5")]
    public void The_schema_has_its_weight(string field, string weight) =>
        Assert.Contains(
            $"{field}: Int! @cost(weight: \"{weight}\")",
            SchemaPrinter.Print(new RequestExecutorBuilder().AddTypes(typeof(Reports)).BuildSchema()),
            StringComparison.Ordinal
        );
}
