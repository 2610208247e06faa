using Npgsql;

namespace AgencyRoi.Platform.Tenancy;

/// <summary>An agency that is to be made.</summary>
internal sealed record NewAgency(string Slug, string Name, string CurrencyCode, string TimeZone)
{
    public AgencyId Id { get; init; } = new(Guid.CreateVersion7());
}

/// <summary>
/// Takes on agencies and finds them by slug, as the ops role, which sees all of them. For commands, the demo and tests: no request
/// ever comes here.
/// </summary>
internal sealed class AgencyRegistry(NpgsqlDataSource ops, TimeProvider time)
{
    private const long SlugsKey = 7_246_001_906;

    public async Task<TenantInfo?> FindAsync(string slug, CancellationToken cancellationToken = default)
    {
        await using var command = ops.CreateCommand("select id, slug, name, currency_code, time_zone from app.agencies where slug = $1");
        command.Parameters.Add(new() { Value = slug });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new TenantInfo(reader.GetId<AgencyId>(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4))
            : null;
    }

    /// <summary>Every agency, by slug.</summary>
    public async Task<IReadOnlyList<TenantInfo>> AllAsync(CancellationToken cancellationToken = default)
    {
        await using var command = ops.CreateCommand("select id, slug, name, currency_code, time_zone from app.agencies order by slug");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var agencies = new List<TenantInfo>();
        while (await reader.ReadAsync(cancellationToken))
            agencies.Add(
                new(reader.GetId<AgencyId>(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4))
            );
        return agencies;
    }

    /// <exception cref="AgencyExistsException">Another agency has the slug.</exception>
    public async Task<TenantInfo> CreateAsync(NewAgency agency, CancellationToken cancellationToken = default)
    {
        await using var connection = await ops.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Slugs are told apart under a lock and not by a unique index, which on a sharded database would have to begin with the tenant.
        await using (var locking = new NpgsqlCommand($"select pg_advisory_xact_lock({SlugsKey})", connection, transaction))
            await locking.ExecuteNonQueryAsync(cancellationToken);

        const string insert = """
            insert into app.agencies (id, slug, name, currency_code, time_zone, created_at)
            select $1, $2, $3, $4, $5, $6 where not exists (select from app.agencies where slug = $2)
            """;
        await using var command = new NpgsqlCommand(insert, connection, transaction)
        {
            Parameters =
            {
                new() { Value = agency.Id.Value },
                new() { Value = agency.Slug },
                new() { Value = agency.Name },
                new() { Value = agency.CurrencyCode },
                new() { Value = agency.TimeZone },
                new() { Value = time.GetUtcNow() },
            },
        };
        if (await command.ExecuteNonQueryAsync(cancellationToken) == 0)
            throw new AgencyExistsException(agency.Slug);
        await transaction.CommitAsync(cancellationToken);
        return new TenantInfo(agency.Id, agency.Slug, agency.Name, agency.CurrencyCode, agency.TimeZone);
    }
}

internal sealed class AgencyExistsException(string slug) : Exception($"There is an agency {slug} already.");
