using System.Collections.Frozen;

namespace AgencyRoi.Platform.Tenancy;

/// <summary>Which clients of an agency an operation may see: all of them, the ones listed, or none.</summary>
internal sealed class ClientScope
{
    private readonly FrozenSet<ClientId>? clients;

    private ClientScope(FrozenSet<ClientId>? clients)
    {
        this.clients = clients;
        // Ids in D format with commas between them: what app.client_visible() searches. An empty text would look like a setting that got lost.
        Setting =
            clients is null ? "*"
            : clients.Count == 0 ? "none"
            : string.Join(',', clients.Order());
    }

    public static ClientScope All { get; } = new(null);

    /// <summary>No client at all, as of a credential for the clients of a group that has none.</summary>
    public static ClientScope None { get; } = new(FrozenSet<ClientId>.Empty);

    /// <exception cref="ArgumentException">No client at all: that would be a credential for nothing.</exception>
    public static ClientScope Only(params IEnumerable<ClientId> clients) =>
        clients.ToFrozenSet() is { Count: > 0 } some
            ? new ClientScope(some)
            : throw new ArgumentException("A client scope names at least one client.", nameof(clients));

    /// <summary>The clients listed, which may be none.</summary>
    public static ClientScope Of(IReadOnlyCollection<ClientId> clients) => clients.Count == 0 ? None : Only(clients);

    /// <summary>As a column keeps it: null for all.</summary>
    public static ClientScope OfColumn(IReadOnlyCollection<ClientId>? clients) => clients is null ? All : Of(clients);

    public bool IsAll => clients is null;

    /// <summary>The clients listed, or null for all.</summary>
    public IReadOnlySet<ClientId>? Clients => clients;

    /// <summary>The value of <c>app.client_scope</c>.</summary>
    public string Setting { get; }

    public bool Includes(ClientId client) => clients?.Contains(client) ?? true;

    /// <summary>Whether everything that <paramref name="other"/> sees is seen here too.</summary>
    public bool Covers(ClientScope other) => clients is null || (other.clients is { } wanted && wanted.IsSubsetOf(clients));

    public override string ToString() => Setting;
}
