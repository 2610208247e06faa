using System.Text.Json;
using AgencyRoi.Tests.Records.Contacts;
using AgencyRoi.Tests.Records.Journeys;
using static AgencyRoi.Tests.Bookkeeping;

namespace AgencyRoi.Tests.Reports.PersonalData;

public sealed class ContactAccessRequestTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    /// <summary>By which list of the operation each table with a column that names a contact is answered.</summary>
    private static readonly Dictionary<string, string> Answered = new(StringComparer.Ordinal)
    {
        ["contacts"] = "stage",
        ["contact_keys"] = "keys",
        ["contact_stages"] = "stages",
        ["contact_steps"] = "stages", // made of them
        ["contact_legal_bases"] = "legalBases",
        ["contact_attributes"] = "attributes",
        ["contact_offers"] = "offers",
        ["contact_merges"] = "merges",
        ["contact_erasures"] = "stage", // nobody is left to ask
        ["touches"] = "touches",
        ["sales"] = "sales",
        ["outcomes"] = "outcomes",
        ["stream_facts"] = "streamFacts",
        ["kept_journeys"] = "touches", // sums of them
        ["journey_changes"] = "touches", // notes that they changed
    };

    [Fact]
    public async Task One_operation_answers_with_all_that_is_kept_of_a_person()
    {
        var world = await JourneyWorld.CreateAsync(app);
        var goal = await app.PricedGoalAsync(app.Alpha, world.Client, 40m);
        var person = await PlantedPerson.CreateAsync(world, goal);
        await world.SaleAsync(250m, contactReference: "bob");

        var kept = await world.KeptAsync(person.Contact);

        Assert.Equal(
            "keys 4 stages 1 legalBases 1 attributes 1 offers 1 merges 0 touches 2 sales 1 outcomes 1 streamFacts 2",
            string.Join(
                ' ',
                new[]
                {
                    "keys",
                    "stages",
                    "legalBases",
                    "attributes",
                    "offers",
                    "merges",
                    "touches",
                    "sales",
                    "outcomes",
                    "streamFacts",
                }.Select(list => $"{list} {kept.GetProperty(list).List("nodes").Length}")
            )
        );
        Assert.Single(kept.GetProperty("sales").List("nodes").Single().GetProperty("refunds").List("nodes"));
        Assert.DoesNotContain("bob", kept.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_that_names_a_contact_is_answered_by_it()
    {
        var tables = (string)
            (
                await app.Database.AsSuperuserAsync(
                    """
                    select string_agg(distinct table_name, ' ')
                    from information_schema.columns
                    where table_schema = 'app'
                      and (column_name in ('contact_id', 'contact_reference', 'named_key', 'journey_key', 'key_hash', 'kept_id', 'merged_id')
                        or (table_name, column_name) = ('stream_facts', 'content'))
                    """
                )
            )!;
        var operation = Repository.Read("schema/operations/personal-data.graphql");

        Assert.All(
            tables.Split(' '),
            table =>
            {
                Assert.True(Answered.ContainsKey(table), $"{table} names a contact: what of it is a person given who asks?");
                Assert.Matches($@"\b{Answered[table]}\b", operation);
            }
        );
    }

    [Fact]
    public async Task A_visitors_key_that_stands_beside_the_reference_is_theirs_too()
    {
        var world = await JourneyWorld.CreateAsync(app);
        await world.TouchAsync("2025-03-01T09:00:00Z", world.Blog, visitorKey: "cookie");
        await world.SaleAsync(contactReference: "ann", visitorKey: "cookie");
        var contact = await ContactWorld.StageAsync(app, world.Client, "LEAD", "2025-03-01", new() { ["crmId"] = "ann" });

        var kept = await world.KeptAsync(contact.GetProperty("contact").Text("id"));

        Assert.Equal((1, 1), (Count(kept, "touches"), Count(kept, "sales")));
    }

    private static int Count(JsonElement kept, string list) => kept.GetProperty(list).List("nodes").Length;
}
