using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AgencyRoi.Records.Stages;
using AgencyRoi.Tests.Isolation;
using AgencyRoi.Tests.Recording.Imports;
using Npgsql;

namespace AgencyRoi.Tests.Reports.Funnels;

/// <summary>
/// A funnel is read from sums, however many contacts there are. FUNNEL_CONTACTS=1000000 makes so many; how long a funnel takes beside the return of the same client is
/// printed and never judged.
/// </summary>
public sealed class FunnelSpeedTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private const int Questions = 200;
    private static readonly int People = int.Parse(
        Environment.GetEnvironmentVariable("FUNNEL_CONTACTS") ?? "2000",
        CultureInfo.InvariantCulture
    );

    /// <summary>Of a hundred contacts 100 are reached, 60 active, 40 visitors, 25 profiled, 12 leads, 5 customers and 1 regular, by 8 channels and 20 campaigns.</summary>
    private const string Contacts = """
        insert into app.contacts (tenant_id, client_id, id, kept_id, created_at, updated_at)
        select c.tenant_id, c.id, md5('p' || n)::uuid, md5('p' || n)::uuid, now(), now()
        from app.clients c cross join generate_series(1, {0}) as n
        where c.id = '{1}';
        insert into app.contact_stages (tenant_id, client_id, id, contact_id, stage, occurred_on, channel_id, campaign_id, external_reference, created_at, updated_at)
        select
          c.tenant_id, c.id, md5('s' || n || s.stage)::uuid, md5('p' || n)::uuid, s.stage, date '2024-01-01' + (n::bigint * 7919 % 700)::int + s.later,
          (array[{2}]::uuid[])[1 + (n + s.later) % 8], (array[{3}]::uuid[])[1 + (n + s.later) % 20], 's' || n || s.stage, now(), now()
        from app.clients c
          cross join generate_series(1, {0}) as n
          join (values ('REACHED', 100, 0), ('ACTIVE', 60, 3), ('VISITOR', 40, 5), ('PROFILED', 25, 9), ('LEAD', 12, 14), ('CUSTOMER', 5, 25), ('REGULAR', 1, 30))
            as s (stage, share, later) on n % 100 < s.share
        where c.id = '{1}';
        """;

    [Fact]
    public async Task A_funnel_of_very_many_contacts_is_read_in_the_time_of_a_return()
    {
        var client = await FilledAsync();

        var period = """period: { from: "2025-01-01", to: "2026-01-01" }""";
        var roi =
            $"roi({period}) {{ cost {{ amount }} direct {{ value {{ amount }} roiPercent }} adjusted {{ value {{ amount }} roiPercent }} }}";
        var steps =
            "steps { stage contactCount next { contactCount rate { expected low high } meanDays } costPerContact { amount { amount } } }";
        string[] asked =
        [
            roi,
            $"funnel({period}) {{ {steps} }}",
            $"funnel({period}) {{ {steps} byChannel {{ firstStepContactCount isDeadEnd nextChannels {{ contactCount }} {steps} }} }}",
            $"funnel({period}) {{ byCampaign {{ {steps} }} }}",
            roi.Replace("-01-01", "-02-10", StringComparison.Ordinal),
            $"funnel({period}) {{ {steps} }}".Replace("-01-01", "-02-10", StringComparison.Ordinal),
        ];
        var medians = new List<double>();
        foreach (var fields in asked)
            medians.Add(await MedianAsync(client, fields));
        foreach (var (fields, median) in asked.Zip(medians))
            TestContext.Current.TestOutputHelper!.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{median:N2} ms, {median / medians[0]:N2} of the return: {fields[..70]}")
            );
        await using var session = await app.Database.ReadAsync(app.Alpha.Tenant);
        Assert.Empty(await ContactStepsCheck.RunAsync(session, TestContext.Current.CancellationToken));
    }

    private async Task<string> FilledAsync()
    {
        var client = (
            await app.DoAsync(app.Alpha.StaffToken, "clients/CreateClient", Clientele.NewClient(externalReference: "large"))
        ).Text("id");
        var (channels, campaigns) = (new List<string>(), new List<string>());
        for (var n = 0; n < 8; n++)
            channels.Add(await app.ChannelAsync(app.Alpha, client, $"Channel {n}"));
        for (var n = 0; n < 20; n++)
            campaigns.Add(await app.CampaignAsync(app.Alpha, client, $"Campaign {n}"));
        await RunAsync(
            Contacts
                .Replace("{0}", People.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{1}", $"{IsolationWorld.KeyOf(client)}", StringComparison.Ordinal)
                .Replace("{2}", Keys(channels), StringComparison.Ordinal)
                .Replace("{3}", Keys(campaigns), StringComparison.Ordinal)
        );
        await RunAsync(FunnelWorld.Fill);
        await RunAsync("analyze");
        var costs = new StringBuilder("client,external_reference,date,category,amount,currency\n");
        for (var i = 0; i < 1000; i++)
            costs.Append(
                CultureInfo.InvariantCulture,
                $"large,c-{i},{new DateOnly(2024, 1, 1).AddDays(i % 730):yyyy-MM-dd},AD_SPEND,{i + 1},USD\n"
            );
        await app.ImportAsync(app.Alpha.StaffToken, "costs", costs.ToString());
        return client;

        static string Keys(List<string> ids) => string.Join(',', ids.Select(id => $"'{IsolationWorld.KeyOf(id)}'"));
    }

    private async Task RunAsync(string text)
    {
        await using var connection = new NpgsqlConnection(app.Database.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(text, connection);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }

    // Each under another name, so that none is a kept answer.
    private async Task<double> MedianAsync(string client, string fields)
    {
        var times = new List<double>();
        for (var n = 0; n < Questions; n++)
        {
            var watch = Stopwatch.StartNew();
            var answer = await app.AskAsync(app.Alpha.StaffToken, $$"""{ n{{n}}: client(id: "{{client}}") { {{fields}} } }""");
            times.Add(watch.Elapsed.TotalMilliseconds);
            Assert.Equal(JsonValueKind.Object, answer.GetProperty("data").GetProperty($"n{n}").ValueKind);
        }
        times.Sort();
        return times[Questions / 2];
    }
}
