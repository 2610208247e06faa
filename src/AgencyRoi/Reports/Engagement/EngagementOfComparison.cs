using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Comparison;

namespace AgencyRoi.Reports.Engagement;

[ObjectType<ClientComparisonRow>]
internal static partial class EngagementOfRow
{
    /// <summary>What people did with the client's posts and pages, and whom it reached. Three statements, however many clients.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<EngagementFigures>> GetEngagementAsync(
        [Parent] List<ClientComparisonRow> rows,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = rows[0].Scope.Sums.Period;
        ClientId[] clients = [.. rows.Select(row => row.Client.Id)];
        var facts = await database.RunAsync(
            (session, token) => EngagementFacts.LoadAsync(session, clients, days, token),
            cancellationToken
        );
        return [.. rows.Select(row => facts.Of(new HashSet<ClientId> { row.Client.Id }).Figures())];
    }
}

[ObjectType<ComparisonTotals>]
internal static partial class EngagementOfTotals
{
    /// <summary>What people did with the posts and pages of all these clients, and whom it reached: ratios of the sums, never means of the clients' ratios.</summary>
    public static async Task<EngagementFigures> GetEngagementAsync(
        [Parent] ComparisonTotals totals,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var (clients, days) = (totals.Scope.Sums.ClientIds, totals.Scope.Sums.Period);
        var facts = await database.RunAsync(
            (session, token) => EngagementFacts.LoadAsync(session, clients, days, token),
            cancellationToken
        );
        return facts.Figures();
    }
}
