using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Records.Completeness;

/// <summary>How much of a client's cost over a period is known, in one viewpoint.</summary>
/// <param name="Viewpoint">Whose cost it is.</param>
/// <param name="KnownShare">Share of the categories in all months that are filled or declared to be none: 0 to 1, and 1 only when nothing is missing. Null: there is no month to judge.</param>
/// <param name="IsComplete">Whether nothing is missing.</param>
/// <param name="Months">Each month from the first that anything is known of up to the current one.</param>
/// <param name="Gaps">What is missing, by month and category.</param>
[GraphQLName("CostCompleteness")]
internal sealed record CompletenessCard(
    Viewpoint Viewpoint,
    decimal? KnownShare,
    bool IsComplete,
    [property: ListSize(AssumedSize = 24)] IReadOnlyList<MonthCompleteness> Months,
    IReadOnlyList<CostGap> Gaps
);

/// <summary>How much of a client's cost in one month is known.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="KnownShare">Share of the categories that are filled or declared to be none: 0 to 1.</param>
/// <param name="Categories">Each category and what is known of it.</param>
internal sealed record MonthCompleteness(DateOnly Month, decimal KnownShare, IReadOnlyList<CategoryKnowledge> Categories);

/// <summary>The state of knowledge of one cost category.</summary>
/// <param name="Category">The category.</param>
/// <param name="State">What is known of it.</param>
internal sealed record CategoryKnowledge(CostCategory Category, CostCategoryState State);

/// <summary>Something that is missing from the cost.</summary>
/// <param name="Month">The first day of its month.</param>
/// <param name="Category">The category.</param>
/// <param name="State">RATE_MISSING or MISSING.</param>
/// <param name="Hours">Hours without a rate; null where it is not about hours.</param>
internal sealed record CostGap(DateOnly Month, CostCategory Category, CostCategoryState State, decimal? Hours);

[ObjectType<NoCostDeclaration>]
internal static partial class NoCostDeclarationFields
{
    [NodeResolver]
    public static Task<NoCostDeclaration?> GetNoCostDeclarationAsync(
        Guid id,
        RowById<NoCostDeclaration> declarations,
        CancellationToken cancellationToken
    ) => declarations.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class CompletenessOfClient
{
    private static readonly ChildList<NoCostDeclaration, ClientId> Declarations = new(
        declaration => declaration.ClientId,
        sort => sort.AddDescending(declaration => declaration.Month)
    );

    /// <summary>
    /// How much of the client's cost is known: each category of each month is filled, declared to be none, or missing. Hours belong to the agency's own cost,
    /// and so do hours without a rate.
    /// </summary>
    /// <param name="period">The days to judge; their months count whole.</param>
    /// <param name="viewpoint">Whose cost: what the client paid, or what the agency paid itself.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<CompletenessCard>> GetCostCompletenessAsync(
        [Parent("Id TimeZone")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        TimeProvider time,
        Viewpoint viewpoint = Viewpoint.Client,
        CancellationToken cancellationToken = default
    ) =>
        database.RunAsync<IReadOnlyList<CompletenessCard>>(
            async (session, token) =>
            {
                var range = period.ToRange();
                ClientId[] ids = [.. clients.Select(client => client.Id).Distinct()];
                var known = await CostKnowledge.LoadAsync(session, ids, CostHistory.Whole(range), viewpoint, token);
                return
                [
                    .. clients.Select(client =>
                    {
                        var today = Calendar.DayIn(client.TimeZone, time.GetUtcNow());
                        var months = CostHistory.Months(range, known.HistoryOf(client.Id).FirstMonth, today);
                        return Card(client.Id, viewpoint, known, months);
                    }),
                ];
            },
            cancellationToken
        );

    /// <summary>What was declared to be no cost, the latest month first unless another order is asked for; withdrawn ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<NoCostDeclaration>>> GetNoCostDeclarationsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<NoCostDeclaration> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Declarations.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    private static CompletenessCard Card(ClientId clientId, Viewpoint viewpoint, CostKnowledge known, IReadOnlyList<DateOnly> months)
    {
        var whole = known.Of(clientId, months);
        return new(
            viewpoint,
            whole.KnownShare,
            whole.IsComplete,
            [
                .. whole
                    .Cells.GroupBy(entry => entry.Cell.Month)
                    .Select(month => new MonthCompleteness(
                        month.Key,
                        known.Of(clientId, [month.Key]).KnownShare ?? 0m,
                        [.. month.Select(entry => new CategoryKnowledge(entry.Cell.Category, entry.State))]
                    )),
            ],
            [
                .. whole
                    .Cells.Where(entry => entry.State is CostCategoryState.Missing or CostCategoryState.RateMissing)
                    .Select(entry => new CostGap(
                        entry.Cell.Month,
                        entry.Cell.Category,
                        entry.State,
                        entry.State == CostCategoryState.RateMissing ? known.UnratedHours(clientId, entry.Cell) : null
                    )),
            ]
        );
    }
}
