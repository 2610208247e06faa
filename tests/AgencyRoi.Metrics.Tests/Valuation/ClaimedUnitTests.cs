using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Metrics.Tests.Valuation;

/// <summary>A fact gives its unit every name that it knows, the first of which stands in its entries.</summary>
public sealed class ClaimedUnitTests
{
    private static readonly Guid Goal = new("00000000-0000-0000-0000-000000000007");

    [Theory]
    [InlineData(1, null, null, "conversion:G:e")]
    [InlineData(1, "l", null, "lead:l conversion:G:e")]
    [InlineData(1, "l", "o", "order:o lead:l conversion:G:e")]
    [InlineData(0.5, "l", null, "lead:l")]
    [InlineData(0.5, null, null, "outcome:G:e")]
    [InlineData(2, "l", "o", "outcome:G:e")]
    public void An_outcome_of_one_is_named_by_order_lead_and_goal_together(decimal quantity, string? lead, string? order, string names) =>
        Assert.Equal(names, Text(ClaimedUnit.OfOutcome(Goal, "e", quantity, new(lead, order))));

    [Theory]
    [InlineData(ConversionType.Sale, 1, null, null, "order:e")]
    [InlineData(ConversionType.Sale, 3, "l", null, "lead:l order:e")]
    [InlineData(ConversionType.InStore, 1, "l", "o", "order:o lead:l order:e")]
    [InlineData(ConversionType.Sale, 1, null, "e", "order:e")]
    [InlineData(ConversionType.Lead, 1, "l", "o", "order:o lead:l conversion:G:e")]
    [InlineData(ConversionType.Lead, 1, null, null, "conversion:G:e")]
    [InlineData(ConversionType.Lead, 2, "l", "o", "order:e")]
    public void An_order_is_one_unit_and_a_conversion_of_one_is_named_like_an_outcome(
        ConversionType type,
        decimal quantity,
        string? lead,
        string? order,
        string names
    ) =>
        Assert.Equal(
            names,
            Text(new SaleFact("e", type, new(2025, 3, 10), quantity, null, null, null, new(GoalId: Goal), true, new(lead, order)).Names)
        );

    private static string Text(IReadOnlyList<string> names) => string.Join(' ', names).Replace(Goal.ToString(), "G");
}
