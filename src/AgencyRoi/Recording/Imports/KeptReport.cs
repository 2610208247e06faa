using System.Text.Json;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>
/// Keeps the report of one import while it runs, each page of its errors in a short transaction of its own: a dry run keeps its report too, and an
/// import of a million bad rows needs the memory of a page.
/// </summary>
internal sealed class KeptReport(AgencyDatabase database, TenantScope scope, ImportReport report, DateTimeOffset startedAt)
{
    /// <summary>Errors of later rows are counted and not kept.</summary>
    public const int MostPages = 50;

    private const string Upsert = """
        insert into app.import_reports (tenant_id, id, created_by, created_at, is_finished, pages, report) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (tenant_id, id) do update set is_finished = excluded.is_finished, pages = excluded.pages, report = excluded.report
        """;

    private const string AddPage = """
        insert into app.import_report_pages (tenant_id, report_id, number, last_line, errors) values ($1, $2, $3, $4, $5)
        """;

    // Reports that another import is just taking away are left to it.
    private const string Forget = """
        with ranked as (
          select id, created_at, row_number() over newest as place, sum(pages) over newest as pages from app.import_reports where tenant_id = $1
          window newest as (order by created_at desc, id desc)
        ), gone as (
          select r.id from app.import_reports r join ranked k on k.id = r.id
          where r.tenant_id = $1 and r.id <> $2 and (k.created_at < $3 or k.place > $4 or k.pages > $5)
          for update of r skip locked
        )
        delete from app.import_reports r using gone where r.tenant_id = $1 and r.id = gone.id
        """;

    private readonly Guid id = Guid.CreateVersion7(startedAt);
    private readonly List<RowError> page = [];
    private int pages;

    /// <summary>Takes the errors of some more rows.</summary>
    public async Task AddAsync(IEnumerable<ImportRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            if (pages == MostPages)
                report.ErrorsNotKept += row.Errors.Count;
            else
                page.AddRange(row.Errors);
            if (page.Count >= ImportReport.MostErrors)
                await WriteAsync(forgottenBefore: null, cancellationToken);
        }
    }

    /// <summary>Keeps the report as it is answered, and forgets the oldest ones.</summary>
    public Task FinishAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        report.Id = id;
        return WriteAsync(now - ImportReports.KeptFor, cancellationToken);
    }

    private async Task WriteAsync(DateTimeOffset? forgottenBefore, CancellationToken cancellationToken)
    {
        var hasPage = page.Count > 0;
        await using var session = await database.OpenAsync(scope, SessionMode.Write, cancellationToken);
        var tenant = session.TenantId;
        await using var batch = session.Batch();
        batch.Add(Upsert, tenant, id, scope.Actor, startedAt, forgottenBefore is not null, pages + (hasPage ? 1 : 0), Text());
        if (hasPage)
            batch.Add(AddPage, tenant, id, pages + 1, page[^1].Line, JsonSerializer.Serialize(page, ImportJson.Options));
        if (forgottenBefore is { } day)
            batch.Add(Forget, tenant, id, day, ImportReports.MostReports, ImportReports.MostPages);
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await session.CommitAsync(cancellationToken);
        pages += hasPage ? 1 : 0;
        page.Clear();
    }

    // The errors are in the pages.
    private string Text()
    {
        var text = JsonSerializer.SerializeToNode(report, ImportJson.Options)!.AsObject(); // a report is an object
        text["id"] = id;
        text.Remove("errors");
        text.Remove("errorsTruncated");
        return text.ToJsonString(ImportJson.Options);
    }
}
