using AgencyRoi.Campaigns;
using AgencyRoi.Channels;
using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.People;
using AgencyRoi.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Imports;

/// <summary>
/// What the fields of a file refer to: clients, and their channels, campaigns and goals, each by its external reference or its global id.
/// Only what the token may see is found.
/// </summary>
internal sealed class ClientReferences
{
    private readonly Dictionary<string, Guid> clients;
    private readonly Dictionary<(Guid ClientId, string Reference), Guid> channels;
    private readonly Dictionary<(Guid ClientId, string Reference), Guid> campaigns;
    private readonly Dictionary<(Guid ClientId, string Reference), Guid> goals;
    private readonly Dictionary<string, Guid> people;

    private ClientReferences(
        Dictionary<string, Guid> clients,
        Dictionary<(Guid, string), Guid> channels,
        Dictionary<(Guid, string), Guid> campaigns,
        Dictionary<(Guid, string), Guid> goals,
        Dictionary<string, Guid> people
    ) => (this.clients, this.channels, this.campaigns, this.goals, this.people) = (clients, channels, campaigns, goals, people);

    public static async Task<ClientReferences> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<ImportRow> rows,
        CancellationToken cancellationToken
    )
    {
        var clients = await ClientsAsync(session, Named(rows, "client"), cancellationToken);
        var ids = clients.Values.Distinct().ToList();
        return new ClientReferences(
            clients,
            await PartsAsync(
                session
                    .Db.Set<Channel>()
                    .Where(row => ids.Contains(row.ClientId))
                    .Select(row => new Part(row.ClientId, row.Id, row.ExternalReference)),
                nameof(Channel),
                Named(rows, "channel"),
                cancellationToken
            ),
            await PartsAsync(
                session
                    .Db.Set<Campaign>()
                    .Where(row => ids.Contains(row.ClientId))
                    .Select(row => new Part(row.ClientId, row.Id, row.ExternalReference)),
                nameof(Campaign),
                Named(rows, "campaign"),
                cancellationToken
            ),
            await PartsAsync(
                session
                    .Db.Set<Goal>()
                    .Where(row => ids.Contains(row.ClientId))
                    .Select(row => new Part(row.ClientId, row.Id, row.ExternalReference)),
                nameof(Goal),
                Named(rows, "goal"),
                cancellationToken
            ),
            await PeopleAsync(session, Named(rows, "person"), cancellationToken)
        );
    }

    public Guid? Client(string reference) => clients.TryGetValue(reference, out var id) ? id : null;

    /// <summary>The channel that the row names; null when it names none. One that is not there is noted on the row.</summary>
    public Guid? Channel(ImportRow row, Guid clientId) => Find(row, "channel", clientId, channels);

    public Guid? Campaign(ImportRow row, Guid clientId) => Find(row, "campaign", clientId, campaigns);

    public Guid? Goal(ImportRow row, Guid clientId) => Find(row, "goal", clientId, goals);

    /// <summary>The person that the row names; null when it names none. One that is not there is noted on the row.</summary>
    public Guid? Person(ImportRow row)
    {
        if (row.Text("person") is not { } reference)
            return null;
        if (people.TryGetValue(reference, out var id))
            return id;
        row.Refuse("person", ErrorCode.NotFound, "There is no such person.");
        return null;
    }

    private static Guid? Find(ImportRow row, string column, Guid clientId, Dictionary<(Guid, string), Guid> known)
    {
        if (row.Text(column) is not { } reference)
            return null;
        if (known.TryGetValue((clientId, reference), out var id))
            return id;
        row.Refuse(column, ErrorCode.NotFound, $"The client has no such {column}.");
        return null;
    }

    private static async Task<Dictionary<string, Guid>> ClientsAsync(
        DatabaseSession session,
        HashSet<string> named,
        CancellationToken cancellationToken
    )
    {
        var clients = await session
            .Db.Set<Client>()
            .Select(client => new { client.Id, client.ExternalReference })
            .ToListAsync(cancellationToken);
        var found = new Dictionary<string, Guid>();
        foreach (var client in clients)
        {
            if (client.ExternalReference is { } reference && named.Contains(reference))
                found[reference] = client.Id;
            if (GlobalId.Format(nameof(Clients.Client), client.Id) is var global && named.Contains(global))
                found.TryAdd(global, client.Id);
        }
        return found;
    }

    // People belong to the agency: a token that is restricted to clients finds none.
    private static async Task<Dictionary<string, Guid>> PeopleAsync(
        DatabaseSession session,
        HashSet<string> named,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<string, Guid>();
        if (named.Count == 0 || !session.Scope.Clients.IsAll)
            return found;
        var people = await session
            .Db.Set<Person>()
            .Select(person => new { person.Id, person.ExternalReference })
            .ToListAsync(cancellationToken);
        foreach (var person in people)
        {
            if (person.ExternalReference is { } reference && named.Contains(reference))
                found[reference] = person.Id;
            if (GlobalId.Format(nameof(People.Person), person.Id) is var global && named.Contains(global))
                found.TryAdd(global, person.Id);
        }
        return found;
    }

    private static async Task<Dictionary<(Guid, string), Guid>> PartsAsync(
        IQueryable<Part> parts,
        string typeName,
        HashSet<string> named,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<(Guid, string), Guid>();
        if (named.Count == 0)
            return found;
        foreach (var part in await parts.ToListAsync(cancellationToken))
        {
            if (part.ExternalReference is { } reference && named.Contains(reference))
                found[(part.ClientId, reference)] = part.Id;
            if (GlobalId.Format(typeName, part.Id) is var global && named.Contains(global))
                found.TryAdd((part.ClientId, global), part.Id);
        }
        return found;
    }

    private static HashSet<string> Named(IReadOnlyList<ImportRow> rows, string column) =>
        [.. rows.Select(row => row.Text(column)).OfType<string>()];

    private sealed record Part(Guid ClientId, Guid Id, string? ExternalReference);
}
