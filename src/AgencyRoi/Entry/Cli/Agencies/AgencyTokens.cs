using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>Makes an agency with its first token in one transaction, and further tokens.</summary>
internal sealed class AgencyTokens(OpsDatabase ops, IReadOnlyList<ProductModule> modules)
{
    private readonly AgencyDatabase database = new(ops.Ops, modules);

    /// <summary>The roles of staff as the verb takes them: <c>read-only</c> for READ_ONLY.</summary>
    public static IReadOnlyDictionary<string, AccessRole> Roles { get; } =
        Enum.GetValues<AccessRole>().Where(role => !role.IsPortal()).ToDictionary(NameOf);

    /// <exception cref="SettingException">Another agency has the slug.</exception>
    public async Task CreateAgencyAsync(AskedAgency asked, CancellationToken cancellationToken)
    {
        const string maker = "agency create";
        var wanted = asked.New;
        await using var session = await OpenAsync(wanted.Info, maker, cancellationToken);
        var now = DatabaseClock.Instance.GetUtcNow();
        if (await AgencyRegistry.FindOrAddAsync(session.Transaction, wanted, now, cancellationToken) is { } there)
        {
            asked.DemandSame(there);
            Console.Error.WriteLine(
                $"The agency {asked.Slug} is there already; nothing was changed. A token in place of a lost one: agency token --slug {asked.Slug} --role owner."
            );
            return;
        }
        var token = new NewApiToken(AccessRole.Owner, ClientScope.All, "First owner");
        var issued = await ApiTokens.IssueAsync(session, token, new(maker), now, cancellationToken);
        await session.CommitAsync(cancellationToken);
        Console.Error.WriteLine(
            $"Made the agency {wanted.Slug}: {wanted.Name}, {wanted.CurrencyCode}, {wanted.TimeZone}. Its owner token is shown this once:"
        );
        Console.Out.WriteLine(issued.Text);
    }

    /// <exception cref="SettingException">The name cannot be stored.</exception>
    public async Task CreateTokenAsync(TenantInfo agency, AccessRole role, string? name, CancellationToken cancellationToken)
    {
        const string maker = "agency token";
        var checks = new InputChecks();
        checks.Text(name, "--name");
        if (!checks.Passed)
            throw new SettingException($"--name: {checks.Errors[0].Message}");
        await using var session = await OpenAsync(agency, maker, cancellationToken);
        var token = new NewApiToken(role, ClientScope.All, name ?? $"{role} of the command line");
        var issued = await ApiTokens.IssueAsync(session, token, new(maker), DatabaseClock.Instance.GetUtcNow(), cancellationToken);
        await session.CommitAsync(cancellationToken);
        Console.Error.WriteLine($"Made a token of {agency.Identifier} with the role {NameOf(role)}. It is shown this once:");
        Console.Out.WriteLine(issued.Text);
    }

    private Task<DatabaseSession> OpenAsync(TenantInfo agency, string maker, CancellationToken cancellationToken) =>
        database.OpenAsync(new TenantScope(agency, ClientScope.All, maker), SessionMode.Write, cancellationToken);

    private static string NameOf(AccessRole role) => EnumCode.Of(role).ToLowerInvariant().Replace('_', '-');
}
