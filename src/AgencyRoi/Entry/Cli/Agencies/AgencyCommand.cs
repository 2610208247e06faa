using System.CommandLine;
using AgencyRoi.Access;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>
/// The agencies of a server, for its operator. All of it runs as agency_roi_ops. A token's text or an invitation's link alone goes to the output, and what is said about it to the
/// error stream: so a script can keep the text without a person seeing it.
/// </summary>
internal sealed class AgencyCommand(IReadOnlyList<ProductModule> modules)
{
    public static Command Create(IReadOnlyList<ProductModule> modules) => new AgencyCommand(modules).Create();

    private Command Create() =>
        new(
            "agency",
            "Makes agencies, their tokens and invitations to them, in the database that the setting ConnectionStrings:Ops names or in the demo's; ends with 1 when it was refused."
        )
        {
            NewAgency(),
            List(),
            NewToken(),
            Invitation(),
            Suspension(),
            Resumption(),
        };

    private Command NewAgency()
    {
        var slug = Slug("The agency's short name for commands: lower-case letters, digits and hyphens. It never changes.");
        var name = new Option<string>("--name") { Description = "What people call the agency.", Required = true };
        var currency = new Option<string>("--currency")
        {
            Description = "ISO 4217: the currency of figures over several clients.",
            Required = true,
        };
        var timeZone = new Option<string?>("--time-zone")
        {
            Description = "A name of the IANA list, for example Europe/Paris; UTC without it.",
        };
        var ownerEmail = new Option<string?>("--owner-email")
        {
            Description = "Where people sign in: prints an invitation of the first owner in place of a token.",
        };
        var command = new Command(
            "create",
            "Makes an agency and prints the token of its first owner, or their invitation, which is shown this once. The same again changes nothing."
        )
        {
            slug,
            name,
            currency,
            timeZone,
            ownerEmail,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var asked = new AskedAgency(
                    parsed.GetRequiredValue(slug),
                    parsed.GetRequiredValue(name),
                    parsed.GetRequiredValue(currency),
                    parsed.GetValue(timeZone)
                );
                asked.DemandValid();
                var settings = Settings.Read();
                var email = parsed.GetValue(ownerEmail);
                var links = email is null ? null : InvitationLinks.Read(settings, "--owner-email");
                await using var ops = await OpsDatabase.OpenAsync(settings, "agency create", cancellationToken);
                var owner =
                    email is null || links is null
                        ? AgencyTokens.FirstOwner(asked.Slug)
                        : new AgencyInvitations(ops, modules, links).FirstOwner(asked.Slug, email);
                await new AgencyCreation(ops, modules).RunAsync(asked, owner, cancellationToken);
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command(
            "list",
            "Lists the agencies: their clients, when they were made and when anybody last asked for something."
        );
        command.SetAction(
            async (_, cancellationToken) =>
            {
                await using var ops = await OpsDatabase.OpenAsync(Settings.Read(), "agency list", cancellationToken);
                Console.WriteLine(AgencyTable.Of(await ops.Registry.ListAsync(cancellationToken)));
            }
        );
        return command;
    }

    private Command NewToken()
    {
        var slug = Slug("The agency's slug.");
        var role = new Option<string>("--role") { Description = "A role of the agency's staff.", Required = true };
        role.AcceptOnlyFromAmong([.. AgencyTokens.Roles.Keys]);
        var name = new Option<string?>("--name") { Description = "Who or what it is given to, for the list of tokens." };
        var command = new Command(
            "token",
            "Makes a token for an agency and prints it, which is shown this once. Others go on being good: an owner revokes them with revokeApiToken."
        )
        {
            slug,
            role,
            name,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var ops = await OpsDatabase.OpenAsync(Settings.Read(), "agency token", cancellationToken);
                await new AgencyTokens(ops, modules).CreateTokenAsync(
                    await ops.FindAsync(parsed.GetRequiredValue(slug), cancellationToken),
                    AgencyTokens.Roles[parsed.GetRequiredValue(role)],
                    parsed.GetValue(name),
                    cancellationToken
                );
            }
        );
        return command;
    }

    private Command Invitation()
    {
        var slug = Slug("The agency's slug.");
        var email = new Option<string>("--email") { Description = "The address that the person signs in with.", Required = true };
        var role = new Option<string>("--role") { Description = "A role of the agency's staff.", Required = true };
        role.AcceptOnlyFromAmong([.. AgencyTokens.Roles.Keys]);
        var name = new Option<string?>("--name") { Description = "The person's name, for the list of members." };
        var command = new Command(
            "invite",
            "Makes an invitation to an agency and prints its link, which is shown this once and good for 7 days. An open one to the same address is taken back."
        )
        {
            slug,
            email,
            role,
            name,
        };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                var settings = Settings.Read();
                var links = InvitationLinks.Read(settings, "agency invite");
                await using var ops = await OpsDatabase.OpenAsync(settings, "agency invite", cancellationToken);
                await new AgencyInvitations(ops, modules, links).InviteAsync(
                    await ops.FindAsync(parsed.GetRequiredValue(slug), cancellationToken),
                    parsed.GetRequiredValue(email),
                    AgencyTokens.Roles[parsed.GetRequiredValue(role)],
                    parsed.GetValue(name),
                    cancellationToken
                );
            }
        );
        return command;
    }

    private static Command Suspension() =>
        Change(
            "suspend",
            "Refuses all tokens and members of an agency within 5 s, and ends its streams. Its data stay; resume ends it.",
            (registry, agency, cancellationToken) => registry.SuspendAsync(agency, cancellationToken),
            done: "is suspended",
            before: "was suspended before"
        );

    private static Command Resumption() =>
        Change(
            "resume",
            "Serves the tokens and members of a suspended agency again.",
            (registry, agency, cancellationToken) => registry.ResumeAsync(agency, cancellationToken),
            done: "is active again",
            before: "was not suspended"
        );

    private static Command Change(
        string verb,
        string description,
        Func<AgencyRegistry, AgencyId, CancellationToken, Task<bool>> change,
        string done,
        string before
    )
    {
        var slug = Slug("The agency's slug.");
        var command = new Command(verb, description) { slug };
        command.SetAction(
            async (parsed, cancellationToken) =>
            {
                await using var ops = await OpsDatabase.OpenAsync(Settings.Read(), $"agency {verb}", cancellationToken);
                var agency = await ops.FindAsync(parsed.GetRequiredValue(slug), cancellationToken);
                var isChanged = await change(ops.Registry, agency.Id, cancellationToken);
                Console.WriteLine($"The agency {agency.Identifier} {(isChanged ? done : before)}.");
            }
        );
        return command;
    }

    private static Option<string> Slug(string description) => new("--slug") { Description = description, Required = true };
}
