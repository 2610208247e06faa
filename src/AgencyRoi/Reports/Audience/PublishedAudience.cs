using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Audience;

[ExtendObjectType<Client>]
internal static partial class PublishedAudience
{
    private static readonly string Audits = EmbeddedSql.Read("Reports.Audience.published_audits.sql");

    /// <summary>
    /// Audits of the audiences of the client's channels in months that the agency published, the latest first: of each channel the last one of each month, as it
    /// is now.
    /// </summary>
    [PortalOnly]
    [GraphQLName("audienceAudits")]
    [BatchResolver]
    [UsePaging]
    public static async Task<IReadOnlyList<KeyedList<ReportedAudienceAudit>>> GetPublishedAuditsAsync(
        [Parent("Id")] List<Client> clients,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var audits = await database.RunAsync(
            (session, token) => ReadAsync(session, [.. clients.Select(client => client.Id)], token),
            cancellationToken
        );
        return [.. clients.Select(client => LatestFirst(client.Id, audits[client.Id]))];
    }

    private static KeyedList<ReportedAudienceAudit> LatestFirst(
        ClientId client,
        IEnumerable<(Guid Id, ReportedAudienceAudit Audit)> audits
    ) => KeyedList.Of($"{client}", audits.Select(each => ((-each.Audit.OccurredOn.DayNumber, each.Id), each.Audit)));

    private static async Task<ILookup<ClientId, (Guid Id, ReportedAudienceAudit Audit)>> ReadAsync(
        DatabaseSession session,
        ClientId[] clientIds,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Audits).With(session.TenantId, session.Visible(clientIds));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<(ClientId ClientId, Guid Id, ReportedAudienceAudit Audit)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var audit = new ReportedAudienceAudit
            {
                ChannelId = reader.GetId<ChannelId>(1),
                OccurredOn = reader.GetFieldValue<DateOnly>(3),
                GrossFollowers = reader.GetDecimal(4),
                Sample = reader.GetDecimal(5),
                Inauthentic = reader.GetDecimal(6),
                Tool = reader.GetString(7),
            };
            rows.Add((reader.GetId<ClientId>(0), reader.GetGuid(2), audit));
        }
        return rows.ToLookup(row => row.ClientId, row => (row.Id, row.Audit));
    }
}
