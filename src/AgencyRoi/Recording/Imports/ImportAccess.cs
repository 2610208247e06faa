using System.Globalization;
using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;

namespace AgencyRoi.Recording.Imports;

/// <summary>Which tokens may import, and so may see what can be imported and what was.</summary>
internal static class ImportAccess
{
    /// <summary>Whether the token may bring in files of this kind.</summary>
    public static bool MayImport(this Viewer viewer, ImportKind kind) =>
        viewer.May(Permission.ImportFiles)
        && viewer.May(PermissionMatrix.OfImport(kind.Name))
        && (!kind.IsAgencyWide || viewer.Clients.IsAll);

    /// <summary>Answers a token that may not import this kind, or nothing at all. True: it is answered.</summary>
    /// <param name="kind">Null: what is asked is not about one.</param>
    public static async Task<bool> IsRefusedAsync(HttpContext http, Viewer viewer, ImportKind? kind = null)
    {
        if (!viewer.May(Permission.ImportFiles) || (kind is not null && !viewer.MayImport(kind)))
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ErrorCode.Forbidden,
                "The token's role, its scopes or its restriction to clients do not allow this: docs/permissions.md tells what each kind of file needs."
            );
        else if (viewer.TrustedDocumentsOnly)
            await ErrorAnswer.WriteAsync(
                http,
                StatusCodes.Status403Forbidden,
                ErrorCode.DocumentNotTrusted,
                "The token is bound to trusted documents, and a file is none."
            );
        else
            return false;
        return true;
    }

    /// <summary>Takes a point for what is asked. True: there is none, and it is answered.</summary>
    /// <param name="cure">What to do once there are points again.</param>
    public static async Task<bool> ThrottleAsync(HttpContext http, FileRateLimit rateLimit, string cure)
    {
        var wait = rateLimit.Begin();
        if (wait <= TimeSpan.Zero)
            return false;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        await ErrorAnswer.WriteAsync(
            http,
            StatusCodes.Status429TooManyRequests,
            ErrorCode.Throttled,
            string.Create(CultureInfo.InvariantCulture, $"The points of this time are used up: {cure} in {seconds} s."),
            seconds
        );
        return true;
    }
}
