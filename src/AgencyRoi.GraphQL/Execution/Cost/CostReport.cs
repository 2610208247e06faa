namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary><c>extensions.cost</c>, in the shape that Shopify's clients read.</summary>
internal static class CostReport
{
    /// <summary>The answer's extensions with the cost among them.</summary>
    public static Dictionary<string, object?> Extensions(OperationContext context, long requestedCost, long? actualCost) =>
        new(context.ResponseExtensions ?? new Dictionary<string, object?>())
        {
            ["cost"] = new OrderedDictionary<string, object?>
            {
                ["requestedQueryCost"] = requestedCost,
                ["actualQueryCost"] = actualCost,
                ["throttleStatus"] = context.Budget?.Status is { } status ? Of(status) : null,
            },
        };

    public static OrderedDictionary<string, object?> Of(ThrottleStatus status) =>
        new()
        {
            ["maximumAvailable"] = status.MaximumAvailable,
            ["currentlyAvailable"] = status.CurrentlyAvailable,
            ["restoreRate"] = status.RestoreRate,
        };
}
