using AgencyRoi.Platform.Database;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>
/// What serves no measured purpose, of some clients. A purpose is measured by a goal that was activated, so that something is counted for it that has a value: a
/// return that was earned for no purpose may be high, and says nothing of success.
/// </summary>
internal sealed class PurposeGaps
{
    private static readonly string Sql = EmbeddedSql.Read("Portfolio.Goals.without_purpose.sql");

    private readonly HashSet<ClientId> clients = [];
    private readonly HashSet<Guid> channels = [];
    private readonly HashSet<Guid> campaigns = [];

    private PurposeGaps() { }

    /// <summary>Clients and nothing of them; one statement.</summary>
    public static Task<PurposeGaps> OfClientsAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clients,
        CancellationToken cancellationToken
    ) => LoadAsync(session, clients, withParts: false, cancellationToken);

    /// <summary>Clients with their channels and campaigns; one statement.</summary>
    public static Task<PurposeGaps> OfPartsAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clients,
        CancellationToken cancellationToken
    ) => LoadAsync(session, clients, withParts: true, cancellationToken);

    public IReadOnlyCollection<Guid> Channels => channels;

    public bool HasClient(ClientId id) => clients.Contains(id);

    public bool HasChannel(Guid id) => channels.Contains(id);

    public bool HasCampaign(Guid id) => campaigns.Contains(id);

    private static async Task<PurposeGaps> LoadAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clients,
        bool withParts,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Sql).With(session.TenantId, session.Visible(clients), withParts);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
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
