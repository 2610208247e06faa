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
            select tenant_id, slug, name, currency_code, time_zone, id, role, client_scope, suspended_at is not null, named_clients, client_groups
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
        var role = EnumText<AccessRole>.FromText(row.GetString(6));
        var grant = ClientGrant.Of(row.GetIdsOrNull<ClientId>(9), row.GetIdsOrNull<ClientGroupId>(10));
        var clients = ClientScope.OfColumn(row.GetIdsOrNull<ClientId>(7));
        return new(new Viewer(Caller.Member(row.GetGuid(5)), agency, role, clients) { Grant = grant }, row.GetBoolean(8));
    }
}
