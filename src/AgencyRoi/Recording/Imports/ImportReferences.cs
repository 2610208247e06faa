using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Imports.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Imports;

/// <summary>The objects that the fields of some rows refer to: the clients, and for each column of references what it names.</summary>
internal sealed class ImportReferences
{
    private readonly Dictionary<string, ClientId> clients = [];
    private readonly Dictionary<ClientId, string> zones = [];
    private readonly Dictionary<string, (ReferenceColumn Column, Dictionary<(ClientId?, string), Guid> Known)> columns = [];

    private ImportReferences() { }

    public static async Task<ImportReferences> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<ImportColumn> columns,
        IReadOnlyList<ImportRow> rows,
        CancellationToken cancellationToken
    )
    {
        var references = new ImportReferences();
        await references.LoadClientsAsync(session, Named(rows, ImportColumn.Client, client => [client]), cancellationToken);
        var ids = references.clients.Values.Distinct().ToList();
        foreach (var column in columns.OfType<ReferenceColumn>())
        {
            var named = Named(rows, column, column.NamesIn);
            var there = named.Count == 0 ? [] : await column.LoadAsync(session, ids, named, cancellationToken);
            references.columns[column.Name] = (column, Known(column, there, named));
        }
        return references;
    }

    public ClientId? Client(string reference) => clients.TryGetValue(reference, out var id) ? id : null;

    /// <summary>The time zone of a client's calendar.</summary>
    public string ZoneOf(ClientId clientId) => zones[clientId];

    /// <summary>What the row names in a column; null when it names nothing. What is not there is noted on the row.</summary>
    public Guid? Find(ImportRow row, string name, ClientId clientId)
    {
        if (row.Key(name) is not { } reference)
            return null;
        if (Named(name, clientId, reference) is { } id)
            return id;
        row.RefuseKey(name, reference, columns[name].Column.Complaint);
        return null;
    }

    /// <summary>What one of the names in a field is of; null: nothing.</summary>
    public Guid? Named(string column, ClientId clientId, string reference)
    {
        var known = columns[column].Known;
        return known.TryGetValue((clientId, reference), out var id) || known.TryGetValue((null, reference), out id) ? id : null;
    }

    /// <summary>The same as an id of its own type.</summary>
    public TId? Find<TId>(ImportRow row, string name, ClientId clientId)
        where TId : struct, IGuidKey<TId> => Find(row, name, clientId) is { } id ? TId.Of(id) : null;

    private async Task LoadClientsAsync(DatabaseSession session, HashSet<string> named, CancellationToken cancellationToken)
    {
        var all = await session
            .Db.Set<Client>()
            .Select(client => new
            {
                client.Id,
                client.ExternalReference,
                client.TimeZone,
            })
            .ToListAsync(cancellationToken);
        foreach (var client in all)
        {
            zones[client.Id] = client.TimeZone;
            if (client.ExternalReference is { } reference && named.Contains(reference))
                clients[reference] = client.Id;
            if (GlobalId.Format(nameof(AgencyRoi.Portfolio.Clients.Client), client.Id.Value) is var global && named.Contains(global))
                clients.TryAdd(global, client.Id);
        }
    }

    private static Dictionary<(ClientId?, string), Guid> Known(
        ReferenceColumn column,
        IReadOnlyList<Referable> there,
        HashSet<string> named
    )
    {
        var known = new Dictionary<(ClientId?, string), Guid>();
        foreach (var each in there)
        {
            if (each.ExternalReference is { } reference && named.Contains(reference))
                known[(each.ClientId, reference)] = each.Id;
            if (GlobalId.Format(column.TypeName, each.Id) is var global && named.Contains(global))
                known.TryAdd((each.ClientId, global), each.Id);
        }
        return known;
    }

    private static HashSet<string> Named(IReadOnlyList<ImportRow> rows, ImportColumn column, Func<string, IEnumerable<string>> namesIn) =>
        // No reference holds a NUL, and the database is not asked for one: it would refuse the statement.
        [
            .. rows.Select(row => row.Key(column.Name))
                .OfType<string>()
                .SelectMany(namesIn)
                .Where(text => !text.Contains('\0', StringComparison.Ordinal)),
        ];
}
