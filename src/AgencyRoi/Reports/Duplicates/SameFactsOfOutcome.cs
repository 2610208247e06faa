using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Duplicates;

[ExtendObjectType<Outcome>]
internal static partial class SameFactsOfOutcome
{
    private const string SameSales = """
        select s.outcome_id, s.sale_id from app.same_facts s
        where s.tenant_id = $1 and s.client_id = any($2) and s.source_id = any($3) and s.source_id = s.outcome_id
        """;

    /// <summary>The sales and conversions that somebody found it to be, by their first day: it counts once with them. Empty: nobody did.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<Sale>>> GetSameAsAsync(
        [Parent("Id ClientId")] List<Outcome> outcomes,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<IReadOnlyList<Sale>>>(
            async (session, token) =>
            {
                var found = await SameSalesAsync(session, outcomes, token);
                Guid[] ids = [.. found.Select(pair => pair.SaleId).Distinct()];
                var sales = await session
                    .Db.Set<Sale>()
                    .AsNoTracking()
                    .Where(sale => ids.Contains(sale.Id))
                    .ToDictionaryAsync(sale => sale.Id, token);
                var byOutcome = found.ToLookup(pair => pair.OutcomeId, pair => sales[pair.SaleId]);
                return
                [
                    .. outcomes.Select(outcome =>
                        (IReadOnlyList<Sale>)[.. byOutcome[outcome.Id].OrderBy(sale => sale.OccurredOn).ThenBy(sale => sale.Id)]
                    ),
                ];
            },
            cancellationToken
        );

    private static async Task<List<(Guid OutcomeId, Guid SaleId)>> SameSalesAsync(
        DatabaseSession session,
        IReadOnlyList<Outcome> outcomes,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(SameSales)
            .With(
                session.TenantId,
                session.Visible(outcomes.Select(outcome => outcome.ClientId).Distinct()),
                outcomes.Select(outcome => outcome.Id).ToArray()
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var pairs = new List<(Guid, Guid)>();
        while (await reader.ReadAsync(cancellationToken))
            pairs.Add((reader.GetGuid(0), reader.GetGuid(1)));
        return pairs;
    }
}
