using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Engagement;

/// <summary>
/// Contacts, known accounts and real audiences of some clients at the start of each of some spans of days and at the end of the last: four statements, however many clients
/// and spans. Contacts are counted in the order of an index and never read.
/// </summary>
internal sealed class DatabaseFacts
{
    private static readonly string Contacts = EmbeddedSql.Read("Reports.Engagement.contacts_by_day.sql");
    private static readonly string Accounts = EmbeddedSql.Read("Reports.Engagement.known_accounts.sql");

    private readonly IReadOnlyList<DateOnly> bounds;
    private readonly ILookup<ClientId, SpanCount> contacts;
    private readonly ILookup<(ClientId, string), SpanCount> accounts;
    private readonly AuditedAudiences audiences;
    private readonly ILookup<ClientId, ChannelId> channels;

    private DatabaseFacts(
        IReadOnlyList<DateOnly> bounds,
        IReadOnlyList<SpanCount> contacts,
        IReadOnlyList<SpanCount> accounts,
        AuditedAudiences audiences,
        ILookup<ClientId, ChannelId> channels
    )
    {
        (this.bounds, this.audiences, this.channels) = (bounds, audiences, channels);
        this.contacts = contacts.ToLookup(count => count.ClientId);
        this.accounts = accounts.ToLookup(count => (count.ClientId, count.Network!)); // of a network each
    }

    /// <param name="days">The bounds are its first day, the first days of its other months, and the day after its last.</param>
    public static async Task<DatabaseFacts> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        DateOnly[] bounds = [.. IntervalBuckets.Of(days, TimeInterval.Month).Select(month => month.From), days.To];
        var channels = await session
            .Db.Set<Channel>()
            .Where(channel => clients.Contains(channel.ClientId))
            .Select(channel => new { channel.ClientId, channel.Id })
            .ToListAsync(cancellationToken);
        return new(
            bounds,
            await CountsAsync(session, Contacts, clients, bounds, isOfNetworks: false, cancellationToken),
            await CountsAsync(session, Accounts, clients, bounds, isOfNetworks: true, cancellationToken),
            await AuditedAudiences.LoadAsync(session, clients, days.To, cancellationToken),
            channels.ToLookup(channel => channel.ClientId, channel => channel.Id)
        );
    }

    /// <summary>Contacts that were known before the day, which is a bound.</summary>
    public decimal ContactsBefore(ClientId client, DateOnly day) =>
        contacts[client].Where(count => count.Span <= PlaceOf(day)).Sum(count => count.Count);

    /// <summary>The audited networks before the day, which is a bound.</summary>
    public IReadOnlyList<(Network Network, NetworkAudience Audience)> Networks(
        ClientId client,
        DateOnly day,
        IReadOnlyDictionary<ChannelId, Network> networks
    ) =>
        [
            .. from channel in channels[client]
            let audience = audiences.Of(channel, day)
            where audience is not null
            group audience.Value by networks[channel] into network
            orderby network.Key.Code
            select (
                network.Key,
                new NetworkAudience(
                    network.Aggregate(Estimate.Zero, (sum, audience) => sum + audience),
                    accounts[(client, network.Key.Code)].Where(count => count.Span <= PlaceOf(day)).Sum(count => count.Count)
                )
            ),
        ];

    /// <summary>The real audiences of channels that were audited before both days.</summary>
    public IReadOnlyList<(Estimate Start, Estimate End)> Audiences(ClientId client, DateOnly start, DateOnly end) =>
        [
            .. from channel in channels[client]
            let audience = (Start: audiences.Of(channel, start), End: audiences.Of(channel, end))
            where audience is { Start: not null, End: not null }
            select (audience.Start!.Value, audience.End!.Value), // as the line before says
        ];

    // Span n lies before bound n.
    private int PlaceOf(DateOnly day) => bounds.Index().First(bound => bound.Item == day).Index;

    private static async Task<IReadOnlyList<SpanCount>> CountsAsync(
        DatabaseSession session,
        string statement,
        IReadOnlyCollection<ClientId> clients,
        DateOnly[] bounds,
        bool isOfNetworks,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(statement).With(session.TenantId, session.Visible(clients), bounds, bounds[^1]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var counts = new List<SpanCount>();
        var next = isOfNetworks ? 2 : 1;
        while (await reader.ReadAsync(cancellationToken))
            counts.Add(
                new(reader.GetId<ClientId>(0), isOfNetworks ? reader.GetString(1) : null, reader.GetInt32(next), reader.GetInt64(next + 1))
            );
        return counts;
    }

    private sealed record SpanCount(ClientId ClientId, string? Network, int Span, long Count);
}
