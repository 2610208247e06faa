using AgencyRoi.Access;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace AgencyRoi.Recording.Imports;

/// <summary><c>POST /imports/{kind}</c>: a CSV file as the body, a report as the answer.</summary>
internal static class ImportEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapPost(
                "/imports/{kind}",
                async (string kind, HttpContext http, ImportKinds kinds, ImportRunner runner, FileRateLimit rateLimit) =>
                    await PostAsync(http, kind, kinds, runner, rateLimit)
            )
            .RequireAuthorization();

    private static async Task PostAsync(HttpContext http, string name, ImportKinds kinds, ImportRunner runner, FileRateLimit rateLimit)
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
        else if (await ImportAccess.IsRefusedAsync(http, viewer, kind))
            return; // It is answered.
        else if (ImportParameters.Read(Given(http.Request), kind) is var (parameters, problems) && problems.Count > 0)
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status400BadRequest,
                ErrorCode.BadInput,
                problems.Select(problem => (problem.Name, problem.Message))
            );
        else if (await ImportBody.OpenAsync(http, parameters.Format) is not { } file)
            return; // It is answered.
        else if (!await ImportAccess.ThrottleAsync(http, rateLimit, "send the file again"))
        {
            var report = await runner.RunAsync(kind, file, viewer.Scope, parameters.Mode, progress: null, rateLimit, http.RequestAborted);
            if (report.Interrupted?.RetryAfter is { } seconds)
                http.TellWhenToRetry(seconds);
            http.Response.StatusCode = report.Unreadable is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
            await http.Response.WriteAsJsonAsync(report, ImportJson.Options, http.RequestAborted);
        }
    }

    // The framework's own reading takes names in any case, and several values of one for a list.
    private static IEnumerable<(string Name, string Value)> Given(HttpRequest request)
    {
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
            yield return (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
    }
}
