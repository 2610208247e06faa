using System.CommandLine;
using AgencyRoi.Access;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>
/// The agencies of a server, for its operator. All of it runs as agency_roi_ops. A token's text alone goes to the output, and what is said about it to the
/// error stream: so a script can keep the text without a person seeing it.
/// </summary>
internal sealed class AgencyCommand(IReadOnlyList<ProductModule> modules)
{
    public static Command Create(IReadOnlyList<ProductModule> modules) => new AgencyCommand(modules).Create();

    private Command Create() =>
        new(
            "agency",
            "Makes agencies and their tokens, in the database that the setting ConnectionStrings:Ops names or in the demo's; ends with 1 when it was refused."
        )
        {
            NewAgency(),
            List(),
            NewToken(),
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
        var command = new Command(
            "create",
            "Makes an agency and prints its first owner token, which is shown this once. The same again changes nothing."
        )
        {
            slug,
            name,
            currency,
            timeZone,
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
                await using var ops = await OpsDatabase.OpenAsync(Settings.Read(), "agency create", cancellationToken);
                await new AgencyTokens(ops, modules).CreateAgencyAsync(asked, cancellationToken);
            }
        );
        return command;
    }

    private static Command List()
    {
        var command = new Command(
            "list",
            "Lists the agencies: their clients, when they were made and when a token of theirs was last used."
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

    private static Command Suspension() =>
        Change(
            "suspend",
            "Refuses all tokens of an agency within 5 s, and ends its streams. Its data stay; resume ends it.",
            (registry, agency, cancellationToken) => registry.SuspendAsync(agency, cancellationToken),
            done: "is suspended",
            before: "was suspended before"
        );

    private static Command Resumption() =>
        Change(
            "resume",
            "Serves the tokens of a suspended agency again.",
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
