using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>
/// What serves no measured purpose, of some clients. A purpose is measured by a goal that was activated, so that something is counted for it that has a value: a
/// return that was earned for no purpose may be high, and says nothing of success.
/// </summary>
internal sealed class PurposeGaps
{
    private static readonly string ClientsSql = EmbeddedSql.Read("Portfolio.Goals.clients_without_purpose.sql");
    private static readonly string PartsSql = EmbeddedSql.Read("Portfolio.Goals.without_purpose.sql");

    private readonly HashSet<ClientId> clients = [];
    private readonly HashSet<Guid> channels = [];
    private readonly HashSet<Guid> campaigns = [];

    private PurposeGaps() { }

    /// <summary>Clients and nothing of them.</summary>
    public static BatchQuery<PurposeGaps> OfClients(DatabaseSession session, IEnumerable<ClientId> clients) =>
        Of(ClientsSql, session, clients);

    /// <summary>Clients with their channels and campaigns.</summary>
    public static BatchQuery<PurposeGaps> OfParts(DatabaseSession session, IEnumerable<ClientId> clients) => Of(PartsSql, session, clients);

    public IReadOnlyCollection<Guid> Channels => channels;

    public bool HasClient(ClientId id) => clients.Contains(id);

    public bool HasChannel(Guid id) => channels.Contains(id);

    public bool HasCampaign(Guid id) => campaigns.Contains(id);

    private static BatchQuery<PurposeGaps> Of(string sql, DatabaseSession session, IEnumerable<ClientId> clients) =>
        new(BatchCommands.Of(sql, session.TenantId, session.Visible(clients)), ReadAsync);

    private static async Task<PurposeGaps> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var gaps = new PurposeGaps();
        while (await reader.ReadAsync(cancellationToken))
            gaps.Add(reader.GetString(0), reader.GetGuid(1));
        return gaps;
    }

    private bool Add(string kind, Guid id) =>
        kind switch
        {
            "CLIENT" => clients.Add(new(id)),
            "CHANNEL" => channels.Add(id),
            "CAMPAIGN" => campaigns.Add(id),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
