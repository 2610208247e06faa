using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Audience;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Returns.Comparison;

/// <summary>Real followers by client: of each audited channel by its latest audit before the end of the period. A client without audits is not in it.</summary>
internal static class RealFollowers
{
    public static Task<IReadOnlyDictionary<ClientId, decimal>> LoadAsync(
        OperationDatabase database,
        SumScope scope,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyDictionary<ClientId, decimal>>(
            async (session, token) =>
            {
                var (ids, end) = (scope.ClientIds, scope.Period.To);
                var audits = await session
                    .Db.Set<AudienceAudit>()
                    .Where(audit => ids.Contains(audit.ClientId) && audit.OccurredOn < end && audit.RetractedAt == null)
                    .ToListAsync(token);
                return audits
                    .GroupBy(audit => (audit.ClientId, audit.ChannelId))
                    .Select(channel => channel.MaxBy(audit => (audit.OccurredOn, audit.CreatedAt))!)
                    .GroupBy(audit => audit.ClientId)
                    .ToDictionary(client => client.Key, client => client.Sum(RealOf));
            },
            cancellationToken
        );

    private static decimal RealOf(AudienceAudit audit) =>
        EffectiveAudience.Of(audit.GrossFollowers, audit.Inauthentic, audit.Sample)?.Amount ?? 0m;
}
