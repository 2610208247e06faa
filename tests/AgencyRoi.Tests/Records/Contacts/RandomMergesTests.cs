using System.Globalization;
using System.Text.Json;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>
/// Merges and splits at random, with stages recorded and retracted in between: each contact is what a recomputation from the history of merges and from what was
/// recorded of it gives, and the kept steps and sums of funnels are what they come to. <c>CONTACT_MERGES=1000</c> makes so many steps.
/// </summary>
public sealed class RandomMergesTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Contacts = 25;
    private static readonly string[] Stages =
    [
        "UNKNOWN",
        "REACHED",
        "ACTIVE",
        "VISITOR",
        "PROFILED",
        "LEAD",
        "CUSTOMER",
        "REGULAR",
        "LOST",
    ];

    private readonly List<string> ids = [];
    private readonly Dictionary<string, List<Said>> said = [];
    private string client = "";
    private string?[] channels = [];

    [Fact]
    public async Task Any_order_of_merges_and_splits_leaves_what_the_history_gives()
    {
        var steps = int.Parse(Environment.GetEnvironmentVariable("CONTACT_MERGES") ?? "10", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("RANDOM_SEED") ?? "7", CultureInfo.InvariantCulture);
        var random = new Random(seed);
        client = await app.ClientAsync(app.Alpha);
        channels = [await app.ChannelAsync(app.Alpha, client, "Page"), await app.ChannelAsync(app.Alpha, client, "Site"), null];
        for (var n = 0; n < Contacts; n++)
            await RecordAsync(random, n);

        var (merged, split, refused) = (0, 0, 0);
        for (var step = 1; step <= steps; step++)
        {
            var one = random.Next(Contacts);
            switch (random.Next(20))
            {
                case < 10:
                    if (await MergeAsync(ids[one], ids[random.Next(Contacts)]))
                        merged++;
                    else
                        refused++;
                    break;
                case < 16:
                    split += await SplitAsync(ids[one]) ? 1 : 0;
                    break;
                case 16:
                    await RecordAsync(random, one);
                    break;
                default:
                    await RetractAsync(said[ids[one]], random);
                    break;
            }
            if (step % 100 == 0 || step == steps)
                await CompareAsync();
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{steps} steps, seed {seed}: {merged} merges, {split} splits, {refused} refused");
    }

    private async Task RecordAsync(Random random, int n)
    {
        var (stage, day) = (random.Next(Stages.Length), new DateOnly(2025, 3, 1).AddDays(random.Next(20)));
        var made = await app.StageAsync(
            client,
            Stages[stage],
            $"{day:yyyy-MM-dd}",
            new() { ["crmId"] = $"person-{n}", ["channelId"] = channels[random.Next(3)] }
        );
        var contact = made.ContactOf();
        if (n == ids.Count)
            ids.Add(contact);
        said.TryAdd(contact, []);
        said[contact].Add(new(made.Text("id"), stage, day));
    }

    private async Task RetractAsync(List<Said> of, Random random)
    {
        if (of.FindAll(each => !each.IsRetracted) is not { Count: > 0 } counting)
            return;
        var one = counting[random.Next(counting.Count)];
        await app.DoAsync(app.Alpha.StaffToken, "contacts/RetractContactStage", new { id = one.Id, version = 1 });
        one.IsRetracted = true;
    }

    private async Task<bool> MergeAsync(string into, string from)
    {
        var answer = await app.SendAsync(
            app.Alpha.StaffToken,
            "contacts/MergeContacts",
            new { input = new { intoId = into, fromId = from } }
        );
        return answer.GetProperty("mergeContacts").GetProperty("errors").ValueKind == JsonValueKind.Null;
    }

    private async Task<bool> SplitAsync(string id)
    {
        var life = await app.LifeAsync(id);
        await app.DoAsync(app.Alpha.StaffToken, "contacts/SplitContact", new { id, version = life.Long("version") });
        return life.GetProperty("mergedInto").ValueKind != JsonValueKind.Null;
    }

    private async Task CompareAsync()
    {
        var parents = await HistoryAsync();
        var expected = ids.Select(id => Expected(id, parents));
        var actual = new List<string>();
        foreach (var id in ids)
        {
            var life = await app.LifeAsync(id);
            actual.Add($"{life.GetProperty("keptContact").Text("id")} {await app.CardAsync(id)}");
        }

        Assert.Equal(expected, actual);
        await using (var session = await app.Database.ReadAsync(app.Alpha.Tenant))
            Assert.Empty(await ContactStepsCheck.RunAsync(session, TestContext.Current.CancellationToken));
        Assert.Equal(
            ids.Where(id => !parents.ContainsKey(id)).Order(StringComparer.Ordinal),
            (await app.ContactsAsync(client, "first: 100")).Order(StringComparer.Ordinal)
        );
    }

    // Whom the open merges of the history say each contact is merged into.
    private async Task<Dictionary<string, string>> HistoryAsync()
    {
        var parents = new Dictionary<string, string>();
        foreach (var id in ids)
        foreach (var merge in (await app.LifeAsync(id)).GetProperty("merges").List("nodes"))
            if (merge.GetProperty("splitAt").ValueKind == JsonValueKind.Null)
                parents[merge.GetProperty("mergedContact").Text("id")] = merge.GetProperty("into").Text("id");
        return parents;
    }

    private string Expected(string id, Dictionary<string, string> parents)
    {
        var own = parents.ContainsKey(id) ? [id] : ids.FindAll(other => RootOf(other) == id);
        var all = own.SelectMany(each => said[each])
            .OrderBy(each => (each.Day, each.Stage))
            .ThenBy(each => each.Id, StringComparer.Ordinal)
            .ToList();
        var counting = all.FindAll(each => !each.IsRetracted);
        var latest = counting.LastOrDefault();
        var before = counting.FindLast(each => each.Stage != latest?.Stage)?.Day ?? DateOnly.MinValue;
        var since = counting.Find(each => each.Stage == latest?.Stage && each.Day >= before)?.Day;
        var stages = string.Join(' ', all.Select(each => Stages[each.Stage]));
        return $"{RootOf(id)} {(latest is null ? "" : Stages[latest.Stage])} {since:yyyy-MM-dd} | {string.Join(' ', own.Select(_ => "CRM_ID"))} | {stages}";

        string RootOf(string of)
        {
            while (parents.TryGetValue(of, out var parent))
                of = parent;
            return of;
        }
    }

    private sealed record Said(string Id, int Stage, DateOnly Day)
    {
        public bool IsRetracted { get; set; }
    }
}
