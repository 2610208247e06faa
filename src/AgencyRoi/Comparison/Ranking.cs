using AgencyRoi.GraphQL.Binding.Data;

namespace AgencyRoi.Comparison;

/// <summary>Gives rows that are in order their places. Equals share a place, and the next one is counted as if they did not: 1, 2, 2, 4.</summary>
internal static class Ranking
{
    public static void Apply(IReadOnlyList<ClientComparisonRow> ordered, SortDefinition<ClientComparisonRow> order)
    {
        var keys = order.Operations.Select(operation => operation.Key.Compile(preferInterpretation: true)).ToList();
        object?[] previous = [];
        for (var i = 0; i < ordered.Count; i++)
        {
            object?[] values = [.. keys.Select(key => key.DynamicInvoke(ordered[i]))];
            if (values[0] is not null)
                ordered[i].Place = values.SequenceEqual(previous) ? ordered[i - 1].Place : i + 1;
            previous = values;
        }
    }
}
