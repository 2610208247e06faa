using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Audience;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Engagement;

/// <summary>The real audiences of channels on any day before a last one, by audits.</summary>
internal sealed class AuditedAudiences
{
    private readonly Dictionary<ChannelId, List<AudienceAudit>> latestFirst;

    private AuditedAudiences(IEnumerable<AudienceAudit> audits) =>
        latestFirst = audits
            .GroupBy(audit => audit.ChannelId)
            .ToDictionary(
                channel => channel.Key,
                channel => channel.OrderByDescending(audit => audit.OccurredOn).ThenByDescending(audit => audit.CreatedAt).ToList()
            );

    /// <summary>One statement.</summary>
    public static async Task<AuditedAudiences> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        DateOnly before,
        CancellationToken cancellationToken
    ) =>
        new(
            await session
                .Db.Set<AudienceAudit>()
                .AsNoTracking()
                .Where(audit => clients.Contains(audit.ClientId) && audit.OccurredOn < before && audit.RetractedAt == null)
                .ToListAsync(cancellationToken)
        );

    /// <summary>By the last audit before the day; null: there was none.</summary>
    public Estimate? Of(ChannelId channel, DateOnly before) =>
        latestFirst.TryGetValue(channel, out var audits) && audits.Find(audit => audit.OccurredOn < before) is { } last
            ? EffectiveAudience.Of(last.GrossFollowers, last.Inauthentic, last.Sample)
            : null;
}
