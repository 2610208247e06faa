using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.SharedCosts;

/// <summary>The house account and those who can bear its cost in a month, with their ledgers locked: nothing read here changes until the transaction ends.</summary>
/// <param name="HouseId">Null: the agency has no clients yet, and no house account.</param>
internal sealed record SharedPool(ClientId? HouseId, IReadOnlyList<ClientId> ClientIds, PostingContext Context)
{
    private static readonly string Targets = EmbeddedSql.Read("Records.SharedCosts.allocation_targets.sql");

    private const string HouseCost = """
        select coalesce(sum(agency_amount), 0) from app.ledger_months
        where tenant_id = $1 and client_id = $2 and month = $3 and viewpoint = 'AGENCY' and side = 'COST' and cost_category = $4
        """;

    public static async Task<SharedPool> LockAsync(DatabaseSession session, DateOnly month, CancellationToken cancellationToken)
    {
        var clients = await session
            .Db.Set<Client>()
            .AsNoTracking()
            .Select(client => new { client.Id, client.Kind })
            .ToListAsync(cancellationToken);
        var lastDay = month.AddMonths(1).AddDays(-1);
        if (clients.Count == 0)
            return new(null, [], null!); // nobody to post to: never read
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. clients.Select(client => (client.Id, lastDay))],
            cancellationToken
        );
        return new(
            clients.SingleOrDefault(client => client.Kind == ClientKind.House)?.Id,
            [.. clients.Where(client => client.Kind == ClientKind.Client).Select(client => client.Id)],
            context
        );
    }

    /// <summary>What the house account bears of a category now, in the agency's currency.</summary>
    public async Task<decimal> CostAsync(
        DatabaseSession session,
        DateOnly month,
        CostCategory category,
        CancellationToken cancellationToken
    )
    {
        if (HouseId is not { } house)
            return 0m;
        await using var command = session.Command(HouseCost).With(session.TenantId, house, month, EnumCode.Of(category));
        return (decimal)(await command.ExecuteScalarAsync(cancellationToken))!; // a sum with coalesce is a number
    }

    /// <summary>Who can bear a part of it, and with what.</summary>
    public static async Task<List<AllocationTarget>> TargetsAsync(
        DatabaseSession session,
        DateOnly month,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Targets).With(session.TenantId, month, month.AddMonths(1));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var targets = new List<AllocationTarget>();
        while (await reader.ReadAsync(cancellationToken))
            targets.Add(
                new(
                    reader.GetGuid(0),
                    Hours: reader.GetDecimal(1),
                    Spend: Math.Max(0m, reader.GetDecimal(2)),
                    AgencyFees: reader.GetDecimal(3)
                )
            );
        return targets;
    }
}
