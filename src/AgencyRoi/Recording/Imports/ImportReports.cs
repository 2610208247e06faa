using System.Text.Json.Nodes;
using AgencyRoi.Access;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Recording.Imports;

/// <summary>Reports of imports and dry runs of the past month. A token that is restricted to clients finds its own.</summary>
internal sealed class ImportReports(AgencyDatabase database)
{
    /// <summary>Of an agency's reports, in all.</summary>
    public const int MostPages = 2000;

    /// <summary>The oldest of more are deleted.</summary>
    public const int MostReports = 500;

    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    // One row: the report and the first page that has a later line.
    private const string Query = """
        select r.report, r.is_finished, p.errors, p.number < r.pages
        from app.import_reports r left join lateral (
          select number, errors from app.import_report_pages
          where tenant_id = $1 and report_id = r.id and last_line > $3 order by number limit 1
        ) p on true
        where r.tenant_id = $1 and r.id = $2 and ($4 or r.created_by = $5)
        """;

    /// <param name="after">A line of the file: the errors of later ones are listed.</param>
    /// <returns>Null: there is no such report, or not for this token.</returns>
    public async Task<JsonObject?> FindAsync(Viewer viewer, Guid id, long after, CancellationToken cancellationToken)
    {
        await using var session = await database.OpenAsync(viewer.Scope, SessionMode.Read, cancellationToken);
        await using var command = session.Command(Query).With(session.TenantId, id, after, viewer.Clients.IsAll, viewer.Scope.Actor);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var report = JsonNode.Parse(reader.GetString(0))!.AsObject(); // as it was written, an object
        report["isFinished"] = reader.GetBoolean(1);
        report["errors"] = reader.IsDBNull(2) ? new JsonArray() : After(after, JsonNode.Parse(reader.GetString(2))!.AsArray());
        report["errorsTruncated"] = !reader.IsDBNull(3) && reader.GetBoolean(3);
        return report;
    }

    private static JsonArray After(long line, JsonArray errors) =>
        [.. errors.Where(error => error!["line"]!.GetValue<long>() > line).Select(error => error!.DeepClone())];
}
