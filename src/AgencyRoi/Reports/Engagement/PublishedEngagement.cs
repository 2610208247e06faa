using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Engagement;

/// <summary>Acts with a client's posts and pages and the people whom they reached, as a client's people see it.</summary>
/// <param name="Period">The days, in the client's time zone.</param>
/// <param name="Totals">All channels together.</param>
[Portal]
internal sealed record ReportedEngagement(Period Period, EngagementFigures Totals);

[ExtendObjectType<Client>]
internal static partial class PublishedEngagement
{
    private static readonly string Months = EmbeddedSql.Read("Reports.Engagement.published_months.sql");

    /// <summary>
    /// What people did with the client's posts and pages over whole months that the agency published, as it is known now. Null with the code NOT_PUBLISHED when the period
    /// has other days. The months before, which the loop is compared with, count where they were published too.
    /// </summary>
    /// <param name="period">The first day of a month to the first day of a later one.</param>
    [PortalOnly]
    [GraphQLName("engagement")]
    [BatchResolver]
    public static Task<IReadOnlyList<ResolverResult<ReportedEngagement?>>> GetPublishedEngagementAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        ClientId[] ids = [.. clients.Select(client => client.Id).Distinct()];
        return database.RunAsync<IReadOnlyList<ResolverResult<ReportedEngagement?>>>(
            async (session, token) =>
            {
                var published = await PublishedAsync(session, ids, new(days.Preceding().From, days.To), token);
                var facts = (await EngagementFacts.LoadAsync(session, ids, days, token)).Of(
                    (client, month) => published.Contains((client, month))
                );
                return [.. clients.Select(client => Shown(client.Id, days, published, facts))];
            },
            cancellationToken
        );
    }

    private static ResolverResult<ReportedEngagement?> Shown(
        ClientId client,
        DateRange days,
        HashSet<(ClientId, DateOnly)> published,
        EngagementFacts facts
    )
    {
        var (before, months, after) = days.AroundWholeMonths();
        return
            before.IsEmpty
            && after.IsEmpty
            && IntervalBuckets.Of(months, TimeInterval.Month).All(month => published.Contains((client, month.From)))
            ? new ReportedEngagement(new(days.From, days.To), facts.Of(new HashSet<ClientId> { client }).Figures())
            : ResolverResult.Fail<ReportedEngagement?>(
                "The period does not consist of whole months that were published: publishedPeriods lists those that were.",
                EnumCode.Of(ErrorCode.NotPublished)
            );
    }

    private static async Task<HashSet<(ClientId, DateOnly)>> PublishedAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Months).With(session.TenantId, session.Visible(clients), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new HashSet<(ClientId, DateOnly)>();
        while (await reader.ReadAsync(cancellationToken))
            months.Add((reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1)));
        return months;
    }
}
