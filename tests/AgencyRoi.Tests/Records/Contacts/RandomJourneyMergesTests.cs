using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.Journeys;
using AgencyRoi.Tests.Reports.Attribution;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>
/// However people were merged and split, the ledger and the attribution are those of a client where everybody was known by one key from the beginning.
/// <c>CONTACT_MERGES=1000</c> makes so many steps.
/// </summary>
public sealed class RandomJourneyMergesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int People = 8;

    private readonly string[] ids = new string[People];
    private readonly int[] mergedInto = [.. Enumerable.Repeat(-1, People)];

    [Fact]
    public async Task They_are_those_of_people_who_were_one_from_the_beginning()
    {
        var steps = int.Parse(Environment.GetEnvironmentVariable("CONTACT_MERGES") ?? "12", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("RANDOM_SEED") ?? "7", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        var world = await JourneyWorld.CreateAsync(app);
        await world.PolicyAsync("LINEAR", lookBackDays: 40);
        var facts = Enumerable.Range(0, 90).Select(number => Happened.ByChance(number, random)).ToList();
        // Half of it is recorded before anybody is known.
        await ImportAsync(world, facts[..45], NameOf);
        for (var person = 0; person < People; person++)
            ids[person] = (
                await app.StageAsync(world.Client, "LEAD", "2025-01-01", new() { [KeyOf(person)] = NameOf(person) })
            ).ContactOf();

        for (var step = 1; step <= steps; step++)
        {
            var (one, other) = (random.Next(People), random.Next(People));
            if (random.Next(3) > 0)
                await MergeAsync(one, other);
            else
                await SplitAsync(one);
            if (step == steps / 2)
                await ImportAsync(world, facts[45..], NameOf);
            if (step % 50 == 0 || step == steps)
                await CompareAsync(world, step < steps / 2 ? facts[..45] : facts);
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{steps} steps, seed {seed}: {mergedInto.Count(parent => parent >= 0)} of {People} are merged at the end"
        );
    }

    private static string KeyOf(int person) => person % 2 == 0 ? "crmId" : "device";

    private static string NameOf(int person) => $"{(person % 2 == 0 ? "contact" : "visitor")}-{person}";

    private async Task CompareAsync(JourneyWorld world, IReadOnlyList<Happened> facts)
    {
        var once = await JourneyWorld.CreateAsync(app);
        await once.PolicyAsync("LINEAR", lookBackDays: 40);
        await ImportAsync(once, facts, person => $"contact-{RootOf(person)}");

        Assert.Equal(await once.LinesAsync(), await world.LinesAsync());
        Assert.Equal(await AttributedAsync(once), await AttributedAsync(world));
        await KeptAnswers.EqualAsync(app, app.Alpha, world.Client);
        await world.CheckAsync();
    }

    private async Task<string[]> AttributedAsync(JourneyWorld world)
    {
        var answer = await KeptAnswers.AskAsync(app, app.Alpha, world.Client, ("2025-01-01", "2026-01-01"), new { type = "POLICY" });
        return
        [
            .. answer
                .List("models")[0]
                .List("rows")
                .Select(row => $"{row.GetProperty("conversions").GetDecimal():0.####} {row.Amount("value"):0.##}")
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task MergeAsync(int into, int from)
    {
        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "contacts/MergeContacts",
            new { input = new { intoId = ids[into], fromId = ids[from] } }
        );
        if (answer.GetProperty("mergeContacts").GetProperty("errors").ValueKind == JsonValueKind.Null)
            mergedInto[from] = into;
    }

    private async Task SplitAsync(int person)
    {
        var version = (await app.LifeAsync(ids[person])).Long("version");
        await app.DoAsync(app.Alpha.StaffToken, "contacts/SplitContact", new { id = ids[person], version });
        mergedInto[person] = -1;
    }

    private int RootOf(int person) => mergedInto[person] is var parent and >= 0 ? RootOf(parent) : person;

    private async Task ImportAsync(JourneyWorld world, IReadOnlyList<Happened> facts, Func<int, string> nameOf)
    {
        var touches = new StringBuilder("client,external_reference,touched_at,contact_reference,visitor_key,channel,legal_basis\n");
        var sales = new StringBuilder("client,external_reference,type,date,occurred_at,amount,currency,contact_reference,visitor_key\n");
        foreach (var fact in facts)
        {
            var name = nameOf(fact.Person);
            var keys = name.StartsWith("contact", StringComparison.Ordinal) ? $"{name}," : $",{name}";
            var channel = fact.Place == 0 ? world.Blog : world.Mail;
            if (fact.Amount is { } amount)
                sales.Append(
                    $"{world.Client},s-{fact.Number},SALE,{fact.At:yyyy-MM-dd},{fact.At:yyyy-MM-ddTHH:mm:ssZ},{amount},USD,{keys}\n"
                );
            else
                touches.Append($"{world.Client},t-{fact.Number},{fact.At:yyyy-MM-ddTHH:mm:ssZ},{keys},{channel},CONSENT\n");
        }
        Assert.Equal(0, (await app.ImportAsync(app.Alpha.StaffToken, "touches", $"{touches}")).Counts().Refused);
        Assert.Equal(0, (await app.ImportAsync(app.Alpha.StaffToken, "sales", $"{sales}")).Counts().Refused);
    }

    /// <param name="Amount">Of a sale; null: it is a touch.</param>
    private sealed record Happened(int Number, int Person, DateTime At, int Place, decimal? Amount)
    {
        // In the middle of a day, which is the same one in every calendar of these tests; no two at one moment.
        public static Happened ByChance(int number, Random random) =>
            new(
                number,
                random.Next(People),
                new DateTime(2025, 2, 1, 12, 0, 0, DateTimeKind.Utc).AddDays(random.Next(90)).AddMinutes(number),
                random.Next(2),
                random.Next(3) == 0 ? 100m + random.Next(9000) / 100m : null
            );
    }
}
