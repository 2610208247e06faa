using System.Security.Cryptography;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Closings;

/// <summary>A month that was closed.</summary>
/// <param name="Document">The canonical report; see <see cref="ClosingDocument"/>.</param>
internal sealed record PeriodClose(ClosingHeader Header, byte[] Document, byte[] Sha256)
{
    /// <summary>0 at the first closing; one more each time the month is closed again.</summary>
    public int Edition => Header.Edition;
    public long LedgerVersion => Header.LedgerVersion;
}

/// <summary>
/// Closes a month of a client under the same lock as a posting, with a version of its own. Nothing is frozen: entries that come later
/// carry the next edition, so what was reported stays the sum of the editions up to this one.
/// </summary>
internal static class PeriodClosing
{
    private const int AllEditions = int.MaxValue;

    private const string Lock = """
        update app.ledger_heads set version = version + 1 where tenant_id = $1 and client_id = $2 returning version
        """;

    private const string Next = """
        select coalesce((select max(p.edition) + 1 from app.period_closes p where p.tenant_id = $1 and p.client_id = $2 and p.month = $3), 0),
          c.currency
        from app.clients c where c.tenant_id = $1 and c.id = $2
        """;

    private const string Insert = """
        insert into app.period_closes
          (tenant_id, client_id, month, edition, ledger_version, client_currency, agency_currency, document, sha256, closed_at, closed_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private static readonly string Sums = EmbeddedSql.Read("Ledger.Closings.closing_sums.sql");

    /// <summary>In the session's transaction, which the caller commits.</summary>
    /// <param name="month">Its first day.</param>
    /// <exception cref="ArgumentException">The day is not the first of a month.</exception>
    /// <exception cref="InvalidOperationException">The client has no ledger head, or is not visible.</exception>
    public static async Task<PeriodClose> CloseMonthAsync(
        DatabaseSession session,
        ClientId clientId,
        DateOnly month,
        DateTimeOffset closedAt,
        string closedBy,
        CancellationToken cancellationToken
    )
    {
        if (month.Day != 1)
            throw new ArgumentException("A month is named by its first day.", nameof(month));

        var header = await BeginAsync(session, clientId, month, cancellationToken);
        var document = ClosingDocument.Write(header, await SumsAsync(session, header, cancellationToken));
        var close = new PeriodClose(header, document, SHA256.HashData(document));
        await using var command = session
            .Command(Insert)
            .With(
                session.TenantId,
                clientId,
                month,
                header.Edition,
                header.LedgerVersion,
                header.ClientCurrency,
                header.AgencyCurrency,
                close.Document,
                close.Sha256,
                closedAt.ToUniversalTime(),
                closedBy
            );
        await command.ExecuteNonQueryAsync(cancellationToken);
        return close;
    }

    private static async Task<ClosingHeader> BeginAsync(
        DatabaseSession session,
        ClientId clientId,
        DateOnly month,
        CancellationToken cancellationToken
    )
    {
        await using var batch = session.Batch();
        batch.Add(Lock, session.TenantId, session.Visible(clientId));
        batch.Add(Next, session.TenantId, session.Visible(clientId), month);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            throw new InvalidOperationException("The client has no ledger head that can be seen.");
        var version = reader.GetInt64(0);
        session.NotifyAfterCommit(LedgerNotice.Of(session.TenantId, clientId, version));
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new(
            ClosingDocument.Format,
            AgencyId: session.TenantId,
            ClientId: clientId,
            month,
            reader.GetInt32(0),
            version,
            ClientCurrency: reader.GetString(1),
            AgencyCurrency: session.Scope.Tenant.CurrencyCode
        );
    }

    private static Task<IReadOnlyList<ClosedSum>> SumsAsync(
        DatabaseSession session,
        ClosingHeader header,
        CancellationToken cancellationToken
    ) => SumsAsync(session, header.ClientId, header.Month, header.Edition, cancellationToken);

    /// <summary>The sums of a month as of now, over all editions.</summary>
    public static Task<IReadOnlyList<ClosedSum>> SumsOfNowAsync(
        DatabaseSession session,
        ClientId clientId,
        DateOnly month,
        CancellationToken cancellationToken
    ) => SumsAsync(session, clientId, month, AllEditions, cancellationToken);

    private static async Task<IReadOnlyList<ClosedSum>> SumsAsync(
        DatabaseSession session,
        ClientId clientId,
        DateOnly month,
        int edition,
        CancellationToken cancellationToken
    )
    {
        var days = DateRange.Month(month.Year, month.Month);
        await using var command = session.Command(Sums).With(session.TenantId, session.Visible(clientId), days.From, days.To, edition);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<ClosedSum>();
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(ReadSum(reader, 0));
        return sums;
    }

    /// <summary>Reads kind, dimensions and sums, which start at a column.</summary>
    internal static ClosedSum ReadSum(NpgsqlDataReader reader, int first) =>
        new(
            EnumCode.Parse<Viewpoint>(reader.GetString(first)),
            EntryKindColumns.Read(reader, first + 1),
            ChannelId: reader.GetGuid(first + 6),
            CampaignId: reader.GetGuid(first + 7),
            GoalId: reader.GetGuid(first + 8),
            EntrySumsRow.Read(reader, first + 9)
        );
}
