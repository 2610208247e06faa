using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Outcomes;
using NpgsqlTypes;

namespace AgencyRoi.Reports.Duplicates;

/// <summary>Decisions are only ever added, in their order, under the lock of the client's ledger: the last one holds.</summary>
internal static class DuplicateVerdicts
{
    private const string Last = """
        select number, verdict, note, decided_at, decided_by from app.duplicate_verdicts
        where tenant_id = $1 and client_id = $2 and outcome_id = $3 and sale_id = $4
        order by number desc limit 1
        """;

    private const string Insert = """
        insert into app.duplicate_verdicts (tenant_id, client_id, outcome_id, sale_id, number, verdict, decided_at, decided_by, note)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    /// <returns>Null: nobody decided yet.</returns>
    public static async Task<DecidedVerdict?> LastAsync(
        DatabaseSession session,
        Outcome outcome,
        Guid saleId,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Last).With(session.TenantId, outcome.ClientId, outcome.Id, saleId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new(
                reader.GetInt32(0),
                EnumCode.Parse<DuplicateVerdict>(reader.GetString(1)),
                reader.IsDBNull(2) ? null : reader.GetString(2),
                reader.GetFieldValue<DateTimeOffset>(3),
                reader.GetString(4)
            )
            : null;
    }

    public static async Task AddAsync(
        DatabaseSession session,
        Outcome outcome,
        Guid saleId,
        DecidedVerdict decided,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Insert)
            .With(
                session.TenantId,
                outcome.ClientId,
                outcome.Id,
                saleId,
                decided.Number,
                EnumCode.Of(decided.Verdict),
                decided.DecidedAt.ToUniversalTime(),
                decided.DecidedBy
            );
        command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = (object?)decided.Note ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <param name="Number">From 1 for each outcome and sale.</param>
internal sealed record DecidedVerdict(int Number, DuplicateVerdict Verdict, string? Note, DateTimeOffset DecidedAt, string DecidedBy);
