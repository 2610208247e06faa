using Npgsql;

namespace AgencyRoi.Tests.Platform.Database;

/// <summary>The rules of isolation, asked of the catalogue after all migrations; each is also shown to find a hole planted for it.</summary>
public sealed class CatalogueGateTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    public static TheoryData<string> Gates => [.. CatalogueGates.All.Select(gate => gate.Name)];

    [Theory]
    [MemberData(nameof(Gates))]
    public async Task The_migrated_database_passes(string name)
    {
        await using var connection = new NpgsqlConnection(fixture.Database.SuperuserConnection);
        await connection.OpenAsync();

        Assert.Empty(await FindingsAsync(connection, Gate(name).Findings, "agency_roi_app"));
    }

    [Theory]
    [MemberData(nameof(Gates))]
    public async Task A_planted_hole_is_found(string name)
    {
        var gate = Gate(name);
        await using var connection = new NpgsqlConnection(fixture.Database.SuperuserConnection);
        await connection.OpenAsync();
        await using var rolledBack = await connection.BeginTransactionAsync();
        await using (var plant = new NpgsqlCommand(gate.Hole, connection))
            await plant.ExecuteNonQueryAsync();

        Assert.NotEmpty(await FindingsAsync(connection, gate.Findings, gate.AskedAbout));
    }

    [Fact]
    public async Task A_foreign_key_over_an_orphan_cannot_be_added_although_policies_hide_the_orphan()
    {
        await using var connection = new NpgsqlConnection(fixture.Database.SuperuserConnection);
        await connection.OpenAsync();
        await using var rolledBack = await connection.BeginTransactionAsync();
        const string orphan = """
            set local role agency_roi_owner;
            create table app.parents (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id));
            create table app.children (tenant_id uuid not null, id uuid not null, parent_id uuid not null, primary key (tenant_id, id));
            alter table app.children enable row level security;
            alter table app.children force row level security;
            create policy tenant on app.children using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant());
            insert into app.children values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid());
            """;
        await using (var plant = new NpgsqlCommand(orphan, connection))
            await plant.ExecuteNonQueryAsync();

        const string reference = "alter table app.children add foreign key (tenant_id, parent_id) references app.parents (tenant_id, id)";
        await using var add = new NpgsqlCommand(reference, connection);
        var error = await Assert.ThrowsAsync<PostgresException>(() => add.ExecuteNonQueryAsync());

        Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, error.SqlState);
    }

    private static CatalogueGate Gate(string name) => CatalogueGates.All.Single(gate => gate.Name == name);

    private static async Task<List<string>> FindingsAsync(NpgsqlConnection connection, string query, string app)
    {
        await using var command = new NpgsqlCommand(query, connection);
        command.Parameters.AddWithValue("app", app);
        await using var reader = await command.ExecuteReaderAsync();
        var findings = new List<string>();
        while (await reader.ReadAsync())
            findings.Add(reader.GetString(0));
        return findings;
    }
}
