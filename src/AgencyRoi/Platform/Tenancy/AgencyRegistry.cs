using Npgsql;

namespace AgencyRoi.Platform.Tenancy;

/// <summary>An agency that is to be made.</summary>
internal sealed record NewAgency(string Slug, string Name, string CurrencyCode, string TimeZone)
{
    public AgencyId Id { get; init; } = new(Guid.CreateVersion7());

    /// <summary>As operations know it once it is made.</summary>
    public TenantInfo Info => new(Id, Slug, Name, CurrencyCode, TimeZone);
}

/// <summary>An agency in its operator's list.</summary>
internal sealed record ListedAgency(string Slug, string Name, string CurrencyCode, DateTimeOffset CreatedAt)
{
    /// <summary>Without the house account.</summary>
    public long Clients { get; init; }

    /// <summary>When any of its tokens or members last asked for something, at most a minute behind; null: never.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether its tokens and members are refused.</summary>
    public bool IsSuspended { get; init; }
}

/// <summary>
/// Takes on agencies and finds them by slug, as the ops role, which sees all of them. For commands, the demo and tests: no request
/// ever comes here.
/// </summary>
internal sealed class AgencyRegistry(NpgsqlDataSource ops, TimeProvider time)
{
    private const long SlugsKey = 7_246_001_906;

    /// <summary>Where it is told that an agency was suspended or resumed: its id.</summary>
    public const string SuspensionChannel = "agency_suspension";

    private const string Agencies = "select id, slug, name, currency_code, time_zone from app.agencies";

    public async Task<TenantInfo?> FindAsync(string slug, CancellationToken cancellationToken = default)
    {
        await using var command = ops.CreateCommand($"{Agencies} where slug = $1");
        command.Parameters.Add(new() { Value = slug });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? InfoOf(reader) : null;
    }

    /// <summary>Every agency, by slug.</summary>
    public async Task<IReadOnlyList<TenantInfo>> AllAsync(CancellationToken cancellationToken = default)
    {
        await using var command = ops.CreateCommand($"{Agencies} order by slug");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var agencies = new List<TenantInfo>();
        while (await reader.ReadAsync(cancellationToken))
            agencies.Add(InfoOf(reader));
        return agencies;
    }

    /// <summary>Every agency as its operator lists it, by slug.</summary>
    public async Task<IReadOnlyList<ListedAgency>> ListAsync(CancellationToken cancellationToken = default)
    {
        const string query = """
            select a.slug, a.name, a.currency_code, a.created_at,
              (select count(*) from app.clients c where c.tenant_id = a.id and c.kind <> 'HOUSE'),
              greatest(
                (select max(t.last_used_at) from app.api_tokens t where t.tenant_id = a.id),
                (select max(m.last_seen_at) from app.memberships m where m.tenant_id = a.id)),
              a.suspended_at is not null
            from app.agencies a order by a.slug
            """;
        await using var command = ops.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var agencies = new List<ListedAgency>();
        while (await reader.ReadAsync(cancellationToken))
            agencies.Add(
                new(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<DateTimeOffset>(3))
                {
                    Clients = reader.GetInt64(4),
                    LastUsedAt = reader.IsDBNull(5) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                    IsSuspended = reader.GetBoolean(6),
                }
            );
        return agencies;
    }

    /// <exception cref="AgencyExistsException">Another agency has the slug.</exception>
    public async Task<TenantInfo> CreateAsync(NewAgency agency, CancellationToken cancellationToken = default)
    {
        await using var connection = await ops.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (await FindOrAddAsync(transaction, agency, time.GetUtcNow(), cancellationToken) is not null)
            throw new AgencyExistsException(agency.Slug);
        await transaction.CommitAsync(cancellationToken);
        return agency.Info;
    }

    /// <summary>
    /// Adds the agency in the caller's transaction of the ops role, so that more can be made with it; or finds the one that has the slug, and adds nothing. Until
    /// the transaction ends, whoever else would add an agency waits.
    /// </summary>
    /// <returns>The agency that was there; null when this one was added.</returns>
    public static async Task<TenantInfo?> FindOrAddAsync(
        NpgsqlTransaction transaction,
        NewAgency agency,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // Slugs are told apart under a lock and not by a unique index, which on a sharded database would have to begin with the tenant.
        await ExecuteAsync(transaction, $"select pg_advisory_xact_lock({SlugsKey})", [], cancellationToken);
        await using (var finding = CommandOf(transaction, $"{Agencies} where slug = $1", [agency.Slug]))
        await using (var reader = await finding.ExecuteReaderAsync(cancellationToken))
            if (await reader.ReadAsync(cancellationToken))
                return InfoOf(reader);

        const string insert = """
            insert into app.agencies (id, slug, name, currency_code, time_zone, created_at) values ($1, $2, $3, $4, $5, $6)
            """;
        object[] values = [agency.Id.Value, agency.Slug, agency.Name, agency.CurrencyCode, agency.TimeZone, now];
        await ExecuteAsync(transaction, insert, values, cancellationToken);
        return null;
    }

    /// <summary>From then on none of its tokens is served, within seconds in every process.</summary>
    /// <returns>False when the agency is suspended already.</returns>
    public Task<bool> SuspendAsync(AgencyId agency, CancellationToken cancellationToken = default) =>
        SetAsync(agency, suspendedAt: time.GetUtcNow(), cancellationToken);

    /// <summary>Its tokens are served again, those that were revoked or expired excepted.</summary>
    /// <returns>False when the agency is not suspended.</returns>
    public Task<bool> ResumeAsync(AgencyId agency, CancellationToken cancellationToken = default) =>
        SetAsync(agency, suspendedAt: null, cancellationToken);

    private async Task<bool> SetAsync(AgencyId agency, DateTimeOffset? suspendedAt, CancellationToken cancellationToken)
    {
        // Told in the same transaction: whoever hears of it finds it done.
        const string update = """
            with changed as (
              update app.agencies set suspended_at = $2, version = version + 1
              where id = $1 and (suspended_at is null) <> ($2 is null) returning id)
            select pg_notify($3, id::text) from changed
            """;
        await using var command = ops.CreateCommand(update);
        command.Parameters.Add(new() { Value = agency.Value });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?> { TypedValue = suspendedAt });
        command.Parameters.Add(new() { Value = SuspensionChannel });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    private static TenantInfo InfoOf(NpgsqlDataReader row) =>
        new(row.GetId<AgencyId>(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4));

    private static async Task ExecuteAsync(NpgsqlTransaction transaction, string text, object[] values, CancellationToken cancellationToken)
    {
        await using var command = CommandOf(transaction, text, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand CommandOf(NpgsqlTransaction transaction, string text, object[] values)
    {
        var command = new NpgsqlCommand(text, transaction.Connection, transaction);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}

internal sealed class AgencyExistsException(string slug) : Exception($"There is an agency {slug} already.");
