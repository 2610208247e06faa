using System.Diagnostics;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Records.Journeys;
using Npgsql;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.PersonalData;

/// <summary>An address, a name and a handle in every text that can name somebody: after the erasure the whole database and the log are searched for them.</summary>
public sealed class PlantedPersonTests(LoggedApp app) : IClassFixture<LoggedApp>
{
    /// <summary>Mutations that take what names somebody and keep no text beside it, or whose texts those of another mutation are.</summary>
    private static readonly HashSet<string> WithoutTexts =
    [
        "correctContactAttribute",
        "correctContactLegalBasis",
        "correctContactOffer",
        "correctContactStage",
        "correctOutcome",
        "correctSale",
        "correctTouch",
        "recordRefunds", // refunds as recordRefund states them
        "settleSuspectedDuplicate", // its note is planted beside it
    ];

    [Fact]
    public async Task Nothing_that_was_planted_is_anywhere_after_the_erasure()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var goal = await app.PricedGoalAsync(app.Alpha, world.Client, 40m);
        var person = await PlantedPerson.CreateAsync(world, goal);
        // The sums over journeys keep what they hold under the key of the person.
        await world.FiguresAsync();
        var keys = ((string)(await app.Database.AsSuperuserAsync("select string_agg(key_hash::text, ' ') from app.contact_keys"))!).Split(
            ' '
        );
        Assert.Equal(4, keys.Length);
        var before = await DumpAsync();
        Assert.Contains(PlantedPerson.Name, before, StringComparison.Ordinal);

        await world.EraseAsync(person.Contact);

        var after = await DumpAsync();
        string[] planted = [PlantedPerson.Address, PlantedPerson.Name, PlantedPerson.Handle, .. keys];
        Assert.Equal(
            "",
            string.Join('\n', after.Split('\n').Where(line => planted.Any(text => line.Contains(text, StringComparison.Ordinal))))
        );
        Assert.DoesNotContain(
            app.Log.Lines,
            line => planted.Any(text => $"{line.Text} {line.Failure}".Contains(text, StringComparison.OrdinalIgnoreCase))
        );
        await world.CheckAsync();
        Assert.Equal([.. person.Filled.Order()], MutationsThatName().Except(WithoutTexts).Order());
    }

    /// <summary>Mutations of facts whose input names a contact, or a fact that names one, at whatever depth.</summary>
    private static IEnumerable<string> MutationsThatName() =>
        IsolationWorld
            .Staff.MutationType!.Fields.Where(field => field.Arguments["input"] is not null)
            .Where(field => Names((InputObjectType)field.Arguments["input"]!.Type.Unwrapped, []))
            .Select(field => field.Name);

    private static bool Names(InputObjectType input, HashSet<string> seen) =>
        seen.Add(input.Name)
        && input.Fields.Any(field =>
            PlantedPerson.Naming.Contains(field.Name) || (field.Type.Unwrapped is InputObjectType nested && Names(nested, seen))
        );

    private async Task<string> DumpAsync()
    {
        var connection = new NpgsqlConnectionStringBuilder(app.Database.SuperuserConnection);
        var start = new ProcessStartInfo("pg_dump")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                "--host",
                connection.Host!,
                "--port",
                $"{connection.Port}",
                "--username",
                connection.Username!,
                connection.Database!,
            },
        };
        start.Environment["PGPASSWORD"] = connection.Password;
        using var dump = Process.Start(start)!;
        var text = await dump.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await dump.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, dump.ExitCode);
        return text;
    }
}
