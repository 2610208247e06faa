using System.Text.Json;
using AgencyRoi.Access;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Recording.Imports;

/// <summary><c>GET /imports</c>: the kinds of files that the token may import, each with its columns.</summary>
internal static class ImportListing
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/imports", async (HttpContext http, ImportKinds kinds) => await GetAsync(http, kinds)).RequireAuthorization();

    private static async Task GetAsync(HttpContext http, ImportKinds kinds)
    {
        var viewer = http.Features.GetRequiredFeature<Viewer>();
        if (await ImportAccess.IsRefusedAsync(http, viewer))
            return;
        var imports = kinds
            .All.Where(viewer.MayImport)
            .Select(kind => new
            {
                kind.Name,
                kind.IsAgencyWide,
                Columns = kind.Columns.Select(column => new
                {
                    column.Name,
                    column.IsRequired,
                    column.Description,
                }),
            });
        await http.Response.WriteAsJsonAsync(new { imports }, JsonSerializerOptions.Web, http.RequestAborted);
    }
}
