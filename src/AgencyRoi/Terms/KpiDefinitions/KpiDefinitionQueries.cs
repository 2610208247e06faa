using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.KpiDefinitions;

[QueryType]
internal static partial class KpiDefinitionQueries
{
    private static readonly RowList<KpiDefinition> Definitions = new(
        static db => db.Set<KpiDefinition>(),
        sort => sort.AddDescending(definition => definition.EffectiveFrom).AddDescending(definition => definition.Revision)
    );

    /// <summary>
    /// How indicators and types of goals were measured when, the latest first unless another order is asked for; superseded ones among them. Closed
    /// to tokens that are restricted to clients.
    /// </summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<KpiDefinition>> GetKpiDefinitionsAsync(
        PagingArguments paging,
        QueryContext<KpiDefinition> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => Definitions.PageAsync(database, paging, query, cancellationToken);
}

[ObjectType<KpiDefinition>]
internal static partial class KpiDefinitionFields
{
    [NodeResolver]
    public static Task<KpiDefinition?> GetKpiDefinitionAsync(
        Guid id,
        RowById<KpiDefinition> definitions,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadAsync(id, definitions, database, cancellationToken);
}
