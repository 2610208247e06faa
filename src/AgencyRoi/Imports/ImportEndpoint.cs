using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyRoi.Access;
using AgencyRoi.GraphQL.AspNetCore;
using AgencyRoi.Hosting;
using AgencyRoi.Metrics;
using AgencyRoi.Throttling;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Imports;

/// <summary><c>POST /imports/{kind}</c>: a CSV file as the body, a report as the answer.</summary>
internal static class ImportEndpoint
{
    private const long LargestFile = 1L << 30;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(
                "/imports/{kind}",
                async (
                    string kind,
                    bool? dryRun,
                    bool? expectNew,
                    HttpContext http,
                    ImportKinds kinds,
                    ImportRunner runner,
                    FileToll toll
                ) => await PostAsync(http, kind, kinds, new ImportMode(dryRun ?? false, expectNew ?? false), runner, toll)
            )
            .RequireAuthorization();

    private static async Task PostAsync(
        HttpContext http,
        string name,
        ImportKinds kinds,
        ImportMode mode,
        ImportRunner runner,
        FileToll toll
    )
    {
        var kind = kinds.Find(name);
        var viewer = http.Features.GetRequiredFeature<Viewer>();
        if (kind is null)
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status404NotFound,
                ErrorCode.NotFound,
                $"There is no such import. There are: {kinds.Names}."
            );
        else if (!viewer.IsStaff || (kind.IsAgencyWide && !viewer.Clients.IsAll))
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ErrorCode.Forbidden,
                "The token's role or its restriction to clients does not allow this."
            );
        else if (viewer.TrustedDocumentsOnly)
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ErrorCode.DocumentNotTrusted,
                "The token is bound to trusted documents, and a file is none."
            );
        else if (!MediaTypes.IsUtf8(http.Request.Headers.ContentType, "text/csv"))
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status415UnsupportedMediaType,
                ErrorCode.BadInput,
                "Send the file as text/csv, in UTF-8."
            );
        else if (toll.Begin() is var wait && wait > TimeSpan.Zero)
        {
            var seconds = (int)Math.Ceiling(wait.TotalSeconds);
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status429TooManyRequests,
                ErrorCode.Throttled,
                string.Create(CultureInfo.InvariantCulture, $"The points of this time are used up: send the file again in {seconds} s."),
                seconds
            );
        }
        else
        {
            http.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = LargestFile;
            var report = await runner.RunAsync(kind, http.Request.Body, viewer.Scope, mode, progress: null, toll, http.RequestAborted);
            if (report.Interrupted?.RetryAfter is { } seconds)
                http.TellWhenToRetry(seconds);
            http.Response.StatusCode = report.Unreadable is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(report, Json, http.RequestAborted);
        }
    }
}
