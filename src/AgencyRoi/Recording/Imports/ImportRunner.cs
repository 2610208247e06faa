using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Telemetry;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using AgencyRoi.Recording.Imports.Text;

namespace AgencyRoi.Recording.Imports;

/// <summary>
/// Brings a file in, a thousand rows at a time, each thousand in a transaction of its own: the good rows of a file land while the bad ones are listed, and
/// a run that was cut off is simply repeated, since what is there already does not change.
/// </summary>
internal sealed class ImportRunner(AgencyDatabase database, TimeProvider time, OutageLog? outages = null)
{
    /// <summary>How many rows share a transaction.</summary>
    internal int ChunkSize { get; init; } = 1000;

    /// <summary>Whether a report can be read again under its id.</summary>
    public bool KeepsReports { get; init; }

    /// <summary>Imports the file. Should the database fail on the way, the report says how far it came; what failed before anything stood is thrown.</summary>
    /// <param name="rateLimit">Who pays for the rows; null: nobody has to.</param>
    public async Task<ImportReport> RunAsync(
        ImportKind kind,
        FileText file,
        TenantScope scope,
        ImportMode mode,
        Action<ImportReport>? progress,
        FileRateLimit? rateLimit,
        CancellationToken cancellationToken
    )
    {
        using var span = ProductSpans.Import(kind.Name);
        var report = new ImportReport(kind.Name, mode.IsDryRun, kind.TotalledColumn);
        using var csv = new CsvFile(file, kind.Columns);
        var read = csv.ReadAsync(cancellationToken);
        if (!file.Format.Numbers.IsDeclared)
            read = ThousandsInDoubt.SettleAsync(read, kind.Columns, cancellationToken);
        var (keys, clients) = (new FileKeys(kind), new FileClients(database, scope));
        AmountColumn[] amounts = [.. kind.Columns.OfType<AmountColumn>()];
        var kept = KeepsReports ? new KeptReport(database, scope, report, time.GetUtcNow()) : null;
        var rolledBack = mode.IsDryRun ? new RolledBackState() : null;
        var place = csv.Place;
        ImportRow[] chunk = [];
        try
        {
            await foreach (var rows in read.Chunk(ChunkSize).OneAheadAsync(cancellationToken))
            {
                chunk = rows;
                if (rateLimit is not null)
                    await rateLimit.PayAsync(chunk.Length, cancellationToken);
                await clients.NameAsync(chunk, cancellationToken);
                var changes = new FactChange[chunk.Length];
                foreach (var places in keys.Rounds(chunk))
                {
                    var round = await StoreAsync(kind, [.. places.Select(at => chunk[at])], scope, mode, rolledBack, cancellationToken);
                    foreach (var (at, change) in places.Zip(round))
                        changes[at] = change;
                }
                for (var i = 0; i < chunk.Length; i++)
                {
                    chunk[i].IsFinerThanCurrency = amounts.Any(amount => amount.IsFinerThanCurrency(chunk[i]));
                    report.Add(chunk[i], changes[i]);
                }
                ProductSpans.RowsRead(kind.Name, chunk.Length);
                place = chunk[^1].After;
                if (kept is not null && !await IsKeptAsync(kept.AddAsync(chunk, cancellationToken)))
                    kept = null;
                progress?.Invoke(report);
            }
            place = csv.Place;
        }
        catch (Exception failure) when (WhatItMeans(failure, report) is { } known)
        {
            if (known.Code == ErrorCode.OutcomeUnknown)
            {
                report.AddUnknown(chunk);
                place = chunk[^1].After;
            }
            report.Interrupt(known, place.NextLine);
            outages?.Note(failure);
        }
        span?.SetTag(ProductSpans.RowsTag, report.Rows);
        var total = await csv.CountLinesAsync(cancellationToken);
        report.Close(place, total, report.Interrupted is null ? csv.Unreadable : null);
        // Without a token: the report is of most use to a caller who did not wait for the answer.
        if (kept is not null && !await IsKeptAsync(kept.FinishAsync(time.GetUtcNow(), CancellationToken.None)))
            report.Id = null;
        return report;
    }

    // What was imported stands, and its report is answered, whether or not it can be kept.
    private async Task<bool> IsKeptAsync(Task keeping)
    {
        try
        {
            await keeping;
            return true;
        }
        catch (Exception failure) when (KnownFailures.Of(failure, isRead: false) is not null)
        {
            outages?.Note(failure);
            return false;
        }
    }

    /// <summary>Null for what is to be thrown: a bug, and what the same file can simply be sent again after.</summary>
    private static KnownFailure? WhatItMeans(Exception failure, ImportReport report) =>
        KnownFailures.Of(failure, isRead: false) is { } known
        && (
            report is { Rows: > 0, DryRun: false }
            || known.Code is ErrorCode.OutcomeUnknown or ErrorCode.Conflict or ErrorCode.AmountTooLarge
        )
            ? known
            : null;

    private async Task<IReadOnlyList<FactChange>> StoreAsync(
        ImportKind kind,
        ImportRow[] rows,
        TenantScope scope,
        ImportMode mode,
        RolledBackState? rolledBack,
        CancellationToken cancellationToken
    )
    {
        await using var session = await database.OpenAsync(scope, SessionMode.Write, rolledBack, cancellationToken);
        await session.AllowBulkWorkAsync(cancellationToken);
        var changes = await kind.StoreAsync(session, rows, new RecordingOptions(time.GetUtcNow(), mode.ExpectsNew), cancellationToken);
        if (rolledBack is null && rows.Any(row => row.IsSound))
            // Without a token: a caller who leaves in this moment would leave nobody to know whether it was done.
            await session.CommitAsync(CancellationToken.None);
        return changes;
    }
}
