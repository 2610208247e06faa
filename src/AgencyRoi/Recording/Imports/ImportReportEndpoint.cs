using System.Globalization;
using AgencyRoi.Access;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Recording.Imports;

/// <summary><c>GET /imports/reports/{id}?after=1234</c>: a report again, with the errors of the lines after one of the file.</summary>
internal static class ImportReportEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/imports/reports/{id}",
                async (string id, HttpContext http, ImportReports reports, FileRateLimit rateLimit) =>
                    await GetAsync(http, id, reports, rateLimit)
            )
            .RequireAuthorization();

    private static async Task GetAsync(HttpContext http, string id, ImportReports reports, FileRateLimit rateLimit)
    {
        var viewer = http.Features.GetRequiredFeature<Viewer>();
        if (await ImportAccess.IsRefusedAsync(http, viewer))
            return;
        if (After(http.Request.Query) is not { } after)
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status400BadRequest,
                ErrorCode.BadInput,
                "The address may have the parameter after, once: a line of the file, as after=1234."
            );
        else if (!await ImportAccess.ThrottleAsync(http, rateLimit, "ask again"))
        {
            var report = Guid.TryParseExact(id, "D", out var key) ? await reports.FindAsync(viewer, key, after, http.RequestAborted) : null;
            if (report is null)
                await ErrorAnswer.WriteAsync(
                    http,
                    StatusCodes.Status404NotFound,
                    ErrorCode.NotFound,
                    "There is no such report, or it is kept no longer: 30 days, and the newest 500 of an agency."
                );
            else
                await http.Response.WriteAsJsonAsync(report, ImportJson.Options, http.RequestAborted);
        }
    }

    /// <summary>Null: what the address says cannot be read.</summary>
    private static long? After(IQueryCollection query) =>
        query.Count == 0 ? 0
        : query.Count == 1
        && query["after"] is [{ } line]
        && long.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            ? after
        : null;
}
