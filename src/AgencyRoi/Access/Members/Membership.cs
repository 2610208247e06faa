using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Npgsql;

namespace AgencyRoi.Access.Members;

/// <summary>An agency that an identity is a member of.</summary>
/// <param name="Viewer">As the member is served there, with an access token that ends at no time yet.</param>
internal sealed record Membership(Viewer Viewer, bool IsSuspended)
{
    public TenantInfo Agency => Viewer.Agency;

    /// <summary>The agencies of an identity, by slug, before any of them is chosen.</summary>
    public static async Task<IReadOnlyList<Membership>> ReadAsync(
        NpgsqlConnection connection,
        Identity identity,
        CancellationToken cancellationToken
    )
    {
        const string query = """
            select tenant_id, slug, name, currency_code, time_zone, id, role, client_scope, suspended_at is not null
            from app.find_memberships($1, $2)
            """;
        await using var command = new NpgsqlCommand(query, connection);
        command.Parameters.Add(new() { Value = identity.Issuer });
        command.Parameters.Add(new() { Value = identity.Subject });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var memberships = new List<Membership>();
        while (await reader.ReadAsync(cancellationToken))
            memberships.Add(Of(reader));
        return memberships;
    }

    private static Membership Of(NpgsqlDataReader row)
    {
        var agency = new TenantInfo(row.GetId<AgencyId>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));
        var clients = row.IsDBNull(7) ? ClientScope.All : ClientScope.Only(row.GetFieldValue<Guid[]>(7).Select(ClientId.Of));
        return new(
            new Viewer(Caller.Member(row.GetGuid(5)), agency, EnumText<AccessRole>.FromText(row.GetString(6)), clients),
            row.GetBoolean(8)
        );
    }
}
