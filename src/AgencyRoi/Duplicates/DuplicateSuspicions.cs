using AgencyRoi.Database;
using AgencyRoi.Ledger;
using AgencyRoi.Metrics;

namespace AgencyRoi.Duplicates;

/// <summary>An outcome and a sale that look like one fact, or on which somebody decided.</summary>
/// <param name="Amount">What the outcome claims, in the client's currency; null when it counts nothing.</param>
internal sealed record DuplicateSuspicion(
    Guid ClientId,
    Guid OutcomeId,
    Guid SaleId,
    DuplicateReason? Reason,
    DuplicateVerdict Verdict,
    decimal? Amount,
    string? Note,
    DateTimeOffset? DecidedAt,
    string? DecidedBy
);

internal static class DuplicateSuspicions
{
    private static readonly string Suspected = EmbeddedSql.Read("Duplicates.suspected_duplicates.sql");

    /// <param name="days">Those of the outcomes.</param>
    public static async Task<IReadOnlyList<DuplicateSuspicion>> LoadAsync(
        DatabaseSession session,
        Guid[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Suspected).With(session.TenantId, clients, days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<DuplicateSuspicion>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(
                new(
                    reader.GetGuid(0),
                    reader.GetGuid(1),
                    reader.GetGuid(2),
                    reader.IsDBNull(3) ? null : EnumCode.Parse<DuplicateReason>(reader.GetString(3)),
                    EnumCode.Parse<DuplicateVerdict>(reader.GetString(4)),
                    reader.IsDBNull(5) ? null : reader.GetDecimal(5),
                    reader.IsDBNull(6) ? null : reader.GetString(6),
                    reader.IsDBNull(7) ? null : reader.GetFieldValue<DateTimeOffset>(7),
                    reader.IsDBNull(8) ? null : reader.GetString(8)
                )
            );
        return rows;
    }

    /// <summary>The ids of the outcomes and sales of some days that may be counted twice, since nobody has decided on them.</summary>
    public static async Task<Guid[]> OpenFactsAsync(
        DatabaseSession session,
        Guid[] clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        // The outcome of a sale on the first day may be of the day before.
        var around = new DateRange(
            days.From == DateOnly.MinValue ? days.From : days.From.AddDays(-1),
            days.To == DateOnly.MaxValue ? days.To : days.To.AddDays(1)
        );
        var suspicions = await LoadAsync(session, clients, around, cancellationToken);
        return
        [
            .. suspicions
                .Where(suspicion => suspicion.Verdict == DuplicateVerdict.Open)
                .SelectMany(suspicion => new[] { suspicion.OutcomeId, suspicion.SaleId })
                .Distinct(),
        ];
    }
}
