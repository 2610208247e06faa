using AgencyRoi.Database;
using AgencyRoi.Facts;
using AgencyRoi.Tenancy;
using AgencyRoi.Throttling;

namespace AgencyRoi.Imports;

/// <summary>
/// Brings a file in, a thousand rows at a time, each thousand in a transaction of its own: the good rows of a file land while the bad ones are listed, and
/// a run that was cut off is simply repeated, since what is there already does not change.
/// </summary>
internal sealed class ImportRunner(AgencyDatabase database, TimeProvider time)
{
    private const int ChunkSize = 1000;

    /// <param name="toll">Who pays for the rows; null: nobody has to.</param>
    public async Task<ImportReport> RunAsync(
        ImportKind kind,
        Stream file,
        TenantScope scope,
        bool isDryRun,
        Action<ImportReport>? progress,
        FileToll? toll,
        CancellationToken cancellationToken
    )
    {
        var report = new ImportReport(kind.Name, isDryRun);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            await foreach (
                var chunk in CsvRows.ReadAsync(file, kind.Columns, cancellationToken).Chunk(ChunkSize).WithCancellation(cancellationToken)
            )
            {
                if (toll is not null)
                    await toll.PayAsync(chunk.Length, cancellationToken);
                foreach (var row in chunk)
                    if (row.IsSound && kind.KeyOf(row) is { } key && !seen.Add(key))
                        row.Refuse("external_reference", ErrorCode.DuplicateInFile, "An earlier row of the file is the same fact.");
                var changes = await StoreAsync(kind, chunk, scope, isDryRun, cancellationToken);
                for (var i = 0; i < chunk.Length; i++)
                    report.Add(chunk[i], changes[i]);
                progress?.Invoke(report);
            }
        }
        catch (ImportRefusedException refused)
        {
            report.Refuse(refused.Message);
        }
        return report;
    }

    private async Task<IReadOnlyList<FactChange>> StoreAsync(
        ImportKind kind,
        ImportRow[] rows,
        TenantScope scope,
        bool isDryRun,
        CancellationToken cancellationToken
    )
    {
        await using var session = await database.OpenAsync(scope, SessionMode.Write, cancellationToken);
        await session.AllowBulkWorkAsync(cancellationToken);
        var changes = await kind.StoreAsync(session, rows, time.GetUtcNow(), cancellationToken);
        if (!isDryRun && rows.Any(row => row.IsSound))
            await session.CommitAsync(cancellationToken);
        return changes;
    }
}
