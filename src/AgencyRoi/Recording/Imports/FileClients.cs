using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Imports.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Imports;

/// <summary>
/// The one name by which a file's rows know each client. A row may name a client by its global id and the next by its external reference: what both say under
/// one key is one fact.
/// </summary>
internal sealed class FileClients(AgencyDatabase database, TenantScope scope)
{
    private readonly Dictionary<string, string> references = [];

    /// <summary>Asks the database only when a row gives a global id that no row before it gave.</summary>
    public async Task NameAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
    {
        var unknown = new Dictionary<ClientId, string>();
        foreach (var row in rows)
            if (row.Key(ImportColumn.Client.Name) is { } name && !references.ContainsKey(name) && IdOf(name) is { } id)
                unknown[id] = name;
        if (unknown.Count > 0)
            await LookUpAsync(unknown, cancellationToken);
        foreach (var row in rows)
            row.ClientName = row.Key(ImportColumn.Client.Name) is { } name ? references.GetValueOrDefault(name, name) : null;
    }

    private async Task LookUpAsync(Dictionary<ClientId, string> unknown, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(scope, SessionMode.Read, cancellationToken);
        var found = await session
            .Db.Set<Client>()
            .Where(client => unknown.Keys.Contains(client.Id))
            .ToDictionaryAsync(client => client.Id, client => client.ExternalReference, cancellationToken);
        foreach (var (id, name) in unknown)
            references[name] = found.GetValueOrDefault(id) ?? name;
    }

    private static ClientId? IdOf(string name) => GlobalId.KeyOf(nameof(Client), name).Typed<ClientId>();
}
