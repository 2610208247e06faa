using System.Text.Json;

namespace AgencyRoi.Entry.Demo;

/// <summary>The demo's addresses and tokens: <c>.agency-roi/demo.json</c>, readable by its owner alone.</summary>
/// <param name="Url">The GraphQL address.</param>
internal sealed record DemoFile(string Url, IReadOnlyList<DemoFileAgency> Agencies)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string PathIn(string stateFolder) => Path.Combine(stateFolder, "demo.json");

    /// <summary>Null when there is none, or one that is not whole: its tokens are then made anew.</summary>
    public static async Task<DemoFile?> ReadAsync(string stateFolder, CancellationToken cancellationToken)
    {
        var path = PathIn(stateFolder);
        if (!File.Exists(path))
            return null;
        try
        {
            await using var file = File.OpenRead(path);
            return await JsonSerializer.DeserializeAsync<DemoFile>(file, Form, cancellationToken) is { Agencies: not null } whole
                ? whole
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public DemoFileAgency? Find(string slug) => Agencies.FirstOrDefault(agency => agency?.Slug == slug);

    /// <summary>Written aside and moved into place: another program never reads half of it.</summary>
    public async Task WriteAsync(string stateFolder, CancellationToken cancellationToken)
    {
        var path = PathIn(stateFolder);
        var unfinished = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(unfinished);
        await using (var file = new FileStream(unfinished, options))
            await JsonSerializer.SerializeAsync(file, this, Form, cancellationToken);
        File.Move(unfinished, path, overwrite: true);
    }
}

/// <param name="PortalClient">The global id of the client that the portal's token is for.</param>
internal sealed record DemoFileAgency(string Slug, DemoFileTokens Tokens, string PortalClient);

internal sealed record DemoFileTokens(string Owner, string Analyst, string Portal)
{
    public IReadOnlyList<string> All() => [Owner, Analyst, Portal];
}
