using AgencyRoi.Access;
using AgencyRoi.Access.Permissions;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>Makes tokens for agencies.</summary>
internal sealed class AgencyTokens(OpsDatabase ops, IReadOnlyList<ProductModule> modules)
{
    private readonly AgencyDatabase database = new(ops.Ops, modules);

    /// <summary>The roles of staff as the verb takes them: <c>read-only</c> for READ_ONLY.</summary>
    public static IReadOnlyDictionary<string, AccessRole> Roles { get; } =
        Enum.GetValues<AccessRole>().Where(role => !role.IsPortal()).ToDictionary(NameOf);

    /// <summary>An agency's first owner, by a token.</summary>
    public static FirstOwner FirstOwner(string slug) =>
        new(
            "owner token",
            $"A token in place of a lost one: agency token --slug {slug} --role owner.",
            async (session, now, cancellationToken) =>
            {
                var token = new NewApiToken(AccessRole.Owner, ClientGrant.All, "First owner");
                return $"{(await ApiTokens.IssueAsync(session, token, new(AgencyCreation.Maker), now, cancellationToken)).Text}";
            }
        );

    /// <exception cref="SettingException">The name cannot be stored.</exception>
    public async Task CreateTokenAsync(TenantInfo agency, AccessRole role, string? name, CancellationToken cancellationToken)
    {
        const string maker = "agency token";
        var checks = new InputChecks();
        checks.Text(name, "--name");
        if (!checks.Passed)
            throw new SettingException($"--name: {checks.Errors[0].Message}");
        await using var session = await OpenAsync(agency, maker, cancellationToken);
        var token = new NewApiToken(role, ClientGrant.All, name ?? $"{role} of the command line");
        var issued = await ApiTokens.IssueAsync(session, token, new(maker), DatabaseClock.Instance.GetUtcNow(), cancellationToken);
        await session.CommitAsync(cancellationToken);
        Console.Error.WriteLine($"Made a token of {agency.Identifier} with the role {NameOf(role)}. It is shown this once:");
        Console.Out.WriteLine(issued.Text);
    }

    private Task<DatabaseSession> OpenAsync(TenantInfo agency, string maker, CancellationToken cancellationToken) =>
        database.OpenAsync(new TenantScope(agency, ClientScope.All, maker), SessionMode.Write, cancellationToken);

    private static string NameOf(AccessRole role) => EnumCode.Of(role).ToLowerInvariant().Replace('_', '-');
}
