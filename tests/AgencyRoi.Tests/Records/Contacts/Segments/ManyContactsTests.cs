using System.Diagnostics;
using System.Globalization;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Records.Contacts.Profiles;

namespace AgencyRoi.Tests.Records.Contacts.Segments;

/// <summary>
/// The number and the first page of a segment of very many contacts, and their profiles, by hand-made rows; how long each took is printed. Short in the suite, long with
/// <c>SEGMENT_CONTACTS</c>.
/// </summary>
public sealed class ManyContactsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // Each tenth person has no basis, each third wants cake, each second is a lead.
    private const string Rows = """
        insert into app.contacts (tenant_id, client_id, id, kept_id, stage, stage_since, created_at, updated_at)
        select t.tenant_id, t.id, k.id, k.id, case n % 2 when 0 then 'LEAD' else 'VISITOR' end, date '2025-01-01', now(), now()
        from app.clients t, generate_series(1, {0}) n, lateral (select md5('contact' || n)::uuid as id) k where t.id = '{1}';
        insert into app.contact_legal_bases (tenant_id, client_id, id, contact_id, purpose, legal_basis, effective_from, source, external_reference, created_at, updated_at)
        select t.tenant_id, t.id, md5('basis' || n)::uuid, md5('contact' || n)::uuid, 'PROFILING', 'CONSENT', date '2025-01-01', 'Form', n::text, now(), now()
        from app.clients t, generate_series(1, {0}) n where t.id = '{1}' and n % 10 <> 0;
        insert into app.contact_attributes (tenant_id, client_id, id, contact_id, attribute_code, value, occurred_on, source, external_reference, created_at, updated_at)
        select t.tenant_id, t.id, md5(a || n)::uuid, md5('contact' || n)::uuid, a, case n % 3 when 0 then 'Cake' else 'Bread' end, date '2025-01-01', 'Form', a || n, now(), now()
        from app.clients t, generate_series(1, {0}) n, unnest(array['INTEREST', 'TOWN']) a where t.id = '{1}';
        analyze app.contacts; analyze app.contact_legal_bases; analyze app.contact_attributes;
        """;

    [Fact]
    public async Task A_segment_of_very_many_contacts_is_counted_and_shown_in_time()
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("SEGMENT_CONTACTS") ?? "600", CultureInfo.InvariantCulture);
        var client = await app.ClientAsync(app.Alpha);
        await app.ProfileAttributeAsync(client, "INTEREST", values: ["Bread", "Cake"]);
        await app.ProfileAttributeAsync(client, "TOWN");
        var segment = await app.SegmentAsync(
            client,
            "LEADS_FOR_CAKE",
            "NARROW",
            stages: ["LEAD"],
            attributes: [new { attributeCode = "INTEREST", values = (string[])["Cake"] }]
        );
        await app.Database.AsSuperuserAsync(
            Rows.Replace("{0}", count.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{1}", $"{IsolationWorld.KeyOf(client)}", StringComparison.Ordinal)
        );

        var size = await TimedAsync(
            "size",
            () => app.AskAsync(app.Alpha.StaffToken, SegmentWorld.Question(segment, "2025-12-31", "contactCount(on: $on)"))
        );
        var page = await TimedAsync(
            "first page",
            () =>
                app.AskAsync(
                    app.Alpha.StaffToken,
                    SegmentWorld.Question(segment, "2025-12-31", "contacts(on: $on, first: 20) { nodes { id } }")
                )
        );
        var profiles = await TimedAsync("profiles", () => app.ProfilesAsync(client));

        // Every sixth is a lead for cake, but every thirtieth has no basis: 1 of 6 less 1 of 30.
        Assert.Equal(count / 6 - count / 30, size.GetProperty("data").GetProperty("node").GetProperty("contactCount").GetInt32());
        Assert.Equal(20, page.GetProperty("data").GetProperty("node").GetProperty("contacts").List("nodes").Length);
        Assert.Equal((count - count / 10, 1m), (profiles.Long("contactCount"), profiles.GetProperty("completeness").GetDecimal()));
    }

    private static async Task<T> TimedAsync<T>(string what, Func<Task<T>> ask)
    {
        var watch = Stopwatch.StartNew();
        var answer = await ask();
        TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        return answer;
    }
}
