using AgencyRoi.GraphQL.Execution.Cost;

namespace AgencyRoi.GraphQL.AspNetCore.Requests;

/// <summary>HotChocolate's header <c>GraphQL-Cost: report</c> or <c>validate</c>; anything else is as if it were not there.</summary>
internal static class CostHeader
{
    public static CostMode Read(HttpRequest request) =>
        request.Headers["GraphQL-Cost"] switch
        {
            [{ } only] when only.Equals("report", StringComparison.OrdinalIgnoreCase) => CostMode.Report,
            [{ } only] when only.Equals("validate", StringComparison.OrdinalIgnoreCase) => CostMode.Validate,
            _ => CostMode.Silent,
        };
}
