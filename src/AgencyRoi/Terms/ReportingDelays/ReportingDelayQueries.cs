using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.ReportingDelays;

[QueryType]
internal static partial class ReportingDelayQueries
{
    private static readonly RowList<ReportingDelay> Delays = new(
        static db => db.Set<ReportingDelay>(),
        sort => sort.AddDescending(delay => delay.EffectiveFrom).AddDescending(delay => delay.CreatedAt)
    );

    /// <summary>
    /// How long the agency's sources take when, the latest first unless another order is asked for; superseded ones among them. Closed to tokens that are
    /// restricted to clients.
    /// </summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<ReportingDelay>> GetReportingDelaysAsync(
        PagingArguments paging,
        QueryContext<ReportingDelay> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Delays.PageAsync(database, paging, query, cancellationToken);
}

[ObjectType<ReportingDelay>]
internal static partial class ReportingDelayFields
{
    /// <summary>The stream of value that it is about; null: it is about a category of cost.</summary>
    public static ValueStream? GetStream([Parent] ReportingDelay delay) => delay.Of.Stream;

    /// <summary>The category of cost that it is about; null: it is about a stream of value.</summary>
    public static CostCategory? GetCostCategory([Parent] ReportingDelay delay) => delay.Of.CostCategory;

    [NodeResolver]
    public static Task<ReportingDelay?> GetReportingDelayAsync(
        Guid id,
        RowById<ReportingDelay> delays,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadAsync(id, delays, database, cancellationToken);
}
