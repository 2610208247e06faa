using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Contacts;

/// <summary>The codes of the networks that an agency knows: those of the catalogue and its own.</summary>
internal static class NetworkCodes
{
    private const string Read = "select code from app.networks union select code from app.agency_networks where tenant_id = $1";

    public static async Task<HashSet<string>> LoadAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await using var command = session.Command(Read).With(session.TenantId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var codes = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
            codes.Add(reader.GetString(0));
        return codes;
    }
}
