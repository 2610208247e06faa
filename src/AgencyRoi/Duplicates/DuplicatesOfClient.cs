using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Paging;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;
using AgencyRoi.Purposes;
using AgencyRoi.Sales;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Duplicates;

[ExtendObjectType<Client>]
internal static class DuplicatesOfClient
{
    private static readonly string Suspected = EmbeddedSql.Read("Duplicates.suspected_duplicates.sql");

    /// <summary>Outcomes and conversions that may be one fact given twice, the latest first. Nothing is merged unless somebody settles it.</summary>
    /// <param name="period">The days of the outcomes.</param>
    /// <param name="verdict">Those on which this was decided.</param>
    [BatchResolver]
    [UsePaging]
    public static Task<IReadOnlyList<IReadOnlyList<SuspectedDuplicate>>> GetSuspectedDuplicatesAsync(
        [Parent("Id Currency")] IReadOnlyList<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        DuplicateVerdict verdict = DuplicateVerdict.Open,
        CancellationToken cancellationToken = default
    ) =>
        database.RunAsync<IReadOnlyList<IReadOnlyList<SuspectedDuplicate>>>(
            async (session, token) =>
            {
                var rows = await RowsAsync(session, [.. clients.Select(client => client.Id)], period.ToRange(), token);
                var wanted = rows.Where(row => row.Verdict == verdict).ToList();
                Guid[] outcomeIds = [.. wanted.Select(row => row.OutcomeId).Distinct()];
                Guid[] saleIds = [.. wanted.Select(row => row.SaleId).Distinct()];
                var outcomes = await session
                    .Db.Set<Outcome>()
                    .AsNoTracking()
                    .Where(outcome => outcomeIds.Contains(outcome.Id))
                    .ToDictionaryAsync(outcome => outcome.Id, token);
                var sales = await session
                    .Db.Set<Sale>()
                    .AsNoTracking()
                    .Where(sale => saleIds.Contains(sale.Id))
                    .ToDictionaryAsync(sale => sale.Id, token);
                var byClient = wanted.ToLookup(row => row.ClientId);
                return
                [
                    .. clients.Select(client =>
                        (IReadOnlyList<SuspectedDuplicate>)
                            [.. byClient[client.Id].Select(row => row.Of(outcomes[row.OutcomeId], sales[row.SaleId], client.Currency))]
                    ),
                ];
            },
            cancellationToken
        );

    private static async Task<List<Row>> RowsAsync(
        DatabaseSession session,
        Guid[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Suspected).With(session.TenantId, clients, days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(
                new(
                    reader.GetGuid(0),
                    reader.GetGuid(1),
                    reader.GetGuid(2),
                    reader.IsDBNull(3) ? null : EnumCode.Parse<DuplicateReason>(reader.GetString(3)),
                    EnumCode.Parse<DuplicateVerdict>(reader.GetString(4)),
                    reader.IsDBNull(5) ? null : reader.GetDecimal(5),
                    reader.IsDBNull(6) ? null : reader.GetString(6),
                    reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                    reader.IsDBNull(8) ? null : reader.GetString(8)
                )
            );
        return rows;
    }

    private sealed record Row(
        Guid ClientId,
        Guid OutcomeId,
        Guid SaleId,
        DuplicateReason? Reason,
        DuplicateVerdict Verdict,
        decimal? Amount,
        string? Note,
        DateTimeOffset? DecidedAt,
        string? DecidedBy
    )
    {
        public SuspectedDuplicate Of(Outcome outcome, Sale sale, string currency) =>
            new(
                outcome,
                sale,
                Reason,
                Verdict,
                Amount is { } amount ? new Money(amount, currency).Rounded(MinorUnits.Of(currency)) : null,
                Note,
                DecidedAt,
                DecidedBy
            );
    }
}
