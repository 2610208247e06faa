using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;

namespace AgencyRoi.Reports.Engagement;

[ObjectType<ClientEngagement>]
internal static partial class DatabaseOfEngagement
{
    /// <summary>The audience that networks have beside the people whom the client knows itself, over the period.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<AudienceDatabase>> GetDatabaseAsync(
        [Parent] List<ClientEngagement> engagements,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var facts = await FactsAsync(engagements, database, cancellationToken);
        return [.. engagements.Select(each => new AudienceDatabase(each, facts, each.Days, each.Networks))];
    }

    /// <summary>The same by month, the earliest first; the first and the last are cut to the days.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<AudienceDatabaseOfMonth>>> GetDatabaseOverTimeAsync(
        [Parent] List<ClientEngagement> engagements,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var facts = await FactsAsync(engagements, database, cancellationToken);
        return
        [
            .. engagements.Select(each =>
                (IReadOnlyList<AudienceDatabaseOfMonth>)
                    [
                        .. IntervalBuckets
                            .Of(each.Days, TimeInterval.Month)
                            .Select(month => new AudienceDatabaseOfMonth(
                                new(month.From, month.To),
                                new AudienceDatabase(each, facts, month, each.Networks)
                            )),
                    ]
            ),
        ];
    }

    private static Task<DatabaseFacts> FactsAsync(
        List<ClientEngagement> engagements,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) =>
                DatabaseFacts.LoadAsync(
                    session,
                    [.. engagements.Select(engagement => engagement.ClientId).Distinct()],
                    engagements[0].Days,
                    token
                ),
            cancellationToken
        );
}

[ObjectType<AudienceDatabase>]
internal static partial class AudienceDatabaseFields
{
    private static readonly string Usable = EmbeddedSql.Read("Reports.Engagement.usable_contacts.sql");
    private static readonly string New = EmbeddedSql.Read("Reports.Engagement.new_contacts_of_channels.sql");

    /// <summary>
    /// Contacts that have a legal basis for any purpose on the last day ÷ (these and the real audience that is not known). What the client may use itself, of all whom it and the
    /// networks could reach. One statement for each span of days, over the legal bases of all contacts.
    /// </summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<EngagementRatio>> GetOwnedDataShareAsync(
        [Parent] List<AudienceDatabase> databases,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var usable = new Dictionary<(DateOnly, ClientId), decimal>();
        foreach (var day in databases.Select(each => each.Days.To.AddDays(-1)).Distinct())
        foreach (var (client, count) in await UsableAsync(databases, day, database, cancellationToken))
            usable[(day, client)] = count;
        return
        [
            .. databases.Select(each =>
                EngagementRatio.Of(
                    DatabaseRatios.OwnedData(usable.GetValueOrDefault((each.Days.To.AddDays(-1), each.ClientId)), each.Audiences)
                )
            ),
        ];
    }

    /// <summary>
    /// Contacts that became known by a channel in a month ÷ people whom amplification reached on it, over the channels and months that have both. An upper bound of what amplification
    /// brings: the contacts may have come by the channel in another way.
    /// </summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<EngagementRatio>> GetNewContactsPerAmplifiedReachAsync(
        [Parent] List<AudienceDatabase> databases,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients = [.. databases.Select(each => each.ClientId).Distinct()];
        var days = databases[0].Engagement.Days;
        var made = await database.RunAsync((session, token) => NewAsync(session, clients, days, token), cancellationToken);
        return
        [
            .. databases.Select(each =>
                EngagementRatio.Of(
                    DatabaseRatios.NewContacts([
                        .. each
                            .Engagement.Facts.AmplifiedMonths(each.Days)
                            .Select(month => (made.GetValueOrDefault((month.ChannelId, month.Month)), month.People)),
                    ])
                )
            ),
        ];
    }

    private static Task<IReadOnlyList<(ClientId, decimal)>> UsableAsync(
        List<AudienceDatabase> databases,
        DateOnly day,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<(ClientId, decimal)>>(
            async (session, token) =>
            {
                ClientId[] clients = [.. databases.Select(each => each.ClientId).Distinct()];
                await using var command = session.Command(Usable).With(session.TenantId, session.Visible(clients), day);
                await using var reader = await command.ExecuteReaderAsync(token);
                var counts = new List<(ClientId, decimal)>();
                while (await reader.ReadAsync(token))
                    counts.Add((reader.GetId<ClientId>(0), reader.GetInt64(1)));
                return counts;
            },
            cancellationToken
        );

    private static async Task<IReadOnlyDictionary<(ChannelId, DateOnly), decimal>> NewAsync(
        DatabaseSession session,
        ClientId[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(New).With(session.TenantId, session.Visible(clients), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new Dictionary<(ChannelId, DateOnly), decimal>();
        while (await reader.ReadAsync(cancellationToken))
            counts[(reader.GetId<ChannelId>(1), reader.GetFieldValue<DateOnly>(2))] = reader.GetInt64(3);
        return counts;
    }
}
