using AgencyRoi.Recording.Imports;
using AgencyRoi.Tests.Recording.Imports;
using AgencyRoi.Tests.Records.Contacts.Profiles;
using AgencyRoi.Tests.Records.Contacts.Segments;
using AgencyRoi.Tests.Records.IndirectValue;
using AgencyRoi.Tests.Reports.Experiments;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>A file of each kind that comes a second time changes nothing: not one row of one table of the agency's data.</summary>
public sealed class ReplayTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // Columns and two rows; $c is a client, $h its channel, $g its goal, $p a person, $n another number in each row.
    private static readonly Dictionary<string, string> Files = new()
    {
        ["costs"] = "client,external_reference,date,category,amount,currency,channel\n$c,r-$n,2025-03-1$n,AD_SPEND,10$n.5,EUR,$h",
        ["sales"] =
            "client,external_reference,date,type,amount,currency,channel,contact_reference\n$c,r-$n,2025-03-1$n,SALE,20$n.25,USD,$h,c-$n",
        ["refunds"] = "client,external_reference,sale,date,amount\n$c,p-$n,r-$n,2025-03-2$n,1.$n",
        ["outcomes"] = "client,external_reference,goal,date,quantity\n$c,r-$n,$g,2025-03-1$n,$n.5",
        ["time-entries"] = "client,external_reference,date,person,hours\n$c,r-$n,2025-02-1$n,$p,$n.25",
        ["subscriptions"] = "client,external_reference,name,from,to,amount,currency\n$c,r-$n,Planner,2025-03-0$n,2025-04-0$n,10$n,GBP",
        ["exchange-rates"] = "base_currency,quote_currency,date,rate,source\nEUR,USD,2025-03-1$n,1.0$n,test",
        ["keyword-visits"] =
            "client,external_reference,keyword,country,month,visits,converting_visits\n$c,r-$n,bread,US,2025-03-01,1$n0,$n",
        ["keyword-prices"] = "client,keyword,country,month,amount,currency,source\n$c,bread,US,2025-0$n-01,1.$n,USD,test",
        ["audience-audits"] =
            "client,external_reference,date,channel,gross_followers,sample,inauthentic,tool,source\n$c,r-$n,2025-03-1$n,$h,1000,100,1$n,hand,test",
        ["volume-metrics"] =
            "client,external_reference,date,channel,goal,is_paid,impressions,clicks\n$c,r-$n,2025-03-1$n,$h,$g,true,1$n00,$n",
        ["interactions"] =
            "client,external_reference,date,channel,post,topic,network_term,quantity,with_onward_step\n$c,r-$n,2025-03-1$n,$h,p-$n,Bread,shares,1$n,$n",
        ["audience-activity"] =
            "client,external_reference,month,channel,active_people,repeatedly_active_people,reached_people\n$c,r-$n,2025-0$n-01,$h,1$n,$n,100$n",
        ["consumer-benefits"] =
            "client,external_reference,date,kind,people_count,amount,currency,basis,cost_amount,hours_spent,hourly_worth,channel,goal,offer\n$c,r-$n,2025-03-1$n,COUPON,1$n,2$n.5,EUR,FACE_VALUE,$n,$n,1$n,$h,$g,LOAF",
        ["mentions"] = "client,external_reference,date,locus,sentiment,labelled_by\n$c,r-$n,2025-03-1$n,OWN_SITE,POSITIVE,PERSON",
        ["forecasts"] =
            "client,external_reference,goal,author,from,to,expected_quantity,made_on,source\n$c,r-$n,$g,Ada,2025-03-01,2025-04-01,1$n.5,2025-02-0$n,a letter",
        ["survey-answers"] = "client,external_reference,date,survey,score,answer_count\n$c,r-$n,2025-03-1$n,Yearly,$n,1$n",
        ["touches"] =
            "client,external_reference,touched_at,kind,contact_reference,channel,site,legal_basis\n$c,r-$n,2025-03-1$n 09:3$n,CLICK,contact-$n,$h,blog.example,CONSENT",
        ["paths"] =
            "client,external_reference,date,path,conversions,value,currency,nulls,goal\n$c,r-$n,2025-03-1$n,$h > direct > $h,$n.5,2$n.5,EUR,$n,$g",
        ["contacts"] =
            "client,external_reference,date,stage,email,crm_id,network,handle,device,channel\n$c,r-$n,2025-03-1$n,LEAD,p$n@example.com,crm-$n,FACEBOOK,@Person.$n,cookie-$n,$h",
        ["legal-bases"] =
            "client,external_reference,effective_from,email,purpose,legal_basis,source,proof\n$c,r-$n,2025-03-1$n,q$n@example.com,PROFILING,CONSENT,a form,form-$n",
        ["contact-attributes"] =
            "client,external_reference,date,attribute,value,crm_id,source\n$c,r-$n,2025-03-1$n,INTEREST,$n0,crm-$n,a form",
        ["contact-offers"] =
            "client,external_reference,date,offer,channel,answer,answered_on,crm_id\n$c,r-$n,2025-03-1$n,LOAF,$h,ACCEPTED,2025-03-2$n,crm-$n",
        ["message-results"] =
            "client,external_reference,date,variant,delivered,responded,conversions\n$c,r-$n,2025-03-1$n,PLAIN,1$n0,1$n,$n",
        ["experiment-results"] =
            "client,external_reference,date,experiment,group,units,successes\n$c,r-$n,2025-03-1$n,PLAN,TREATED,1$n0,1$n",
        ["ratings"] = "client,external_reference,date,place,stars\n$c,r-$n,2025-03-1$n,The corner shop,$n",
    };

    public static TheoryData<string> Kinds => [.. new ImportKinds(Modules.All).All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_file_again_changes_nothing(string kind)
    {
        var agency = await RandomAgency.AloneAsync(app, app.Alpha);
        var entering = new Entering(app, agency);
        foreach (var fact in Entering.Distinct(new RandomFacts(new Random(5), agency, references: 6), 15))
            await entering.EnterAsync(fact);
        // What is paid back was sold before.
        if (kind == "refunds")
            await app.ImportAsync(app.Alpha.OwnerToken, "sales", FileOf("sales", agency));
        if (kind == "contact-attributes")
            await app.ProfileAttributeAsync(agency.Clients[0].Id, "INTEREST");
        if (kind == "message-results")
            await app.VariantAsync(await app.SegmentAsync(agency.Clients[0].Id, "ALL", "BROAD"), agency.Clients[0].Channels[0], "PLAIN");
        if (kind == "experiment-results")
            await app.ExperimentAsync(agency.Clients[0].Id, "PLAN");
        var file = FileOf(kind, agency);

        var first = await app.ImportAsync(app.Alpha.OwnerToken, kind, file);
        var after = await DigestAsync();
        var second = await app.ImportAsync(app.Alpha.OwnerToken, kind, file);

        Assert.True(first.Counts() is (> 0, _, _, 0), first.ToString());
        Assert.Equal((0, 0, first.GetProperty("rows").GetInt32(), 0), second.Counts());
        Assert.Equal(after, await DigestAsync());
    }

    private static string FileOf(string kind, RandomAgency agency)
    {
        var client = agency.Clients[0];
        var template = Files.TryGetValue(kind, out var file) ? file : StreamFile(StreamSample.All.Single(sample => sample.Import == kind));
        var lines = template.Split('\n');
        return string.Join('\n', [lines[0], .. Enumerable.Range(1, 2).Select(number => Filled(lines[1], number))]);

        string Filled(string line, int number) =>
            line.Replace("$c", client.Id, StringComparison.Ordinal)
                .Replace("$h", client.Channels[0], StringComparison.Ordinal)
                .Replace("$g", client.Goals[0], StringComparison.Ordinal)
                .Replace("$p", agency.People[0], StringComparison.Ordinal)
                .Replace("$n", FormattableString.Invariant($"{number}"), StringComparison.Ordinal);
    }

    private static string StreamFile(StreamSample sample) =>
        $"client,external_reference,date,currency,{sample.Csv.Header}\n$c,r-$n,2025-03-1$n,EUR,{sample.Csv.Row}";

    /// <summary>One hash over all rows of all tables of tenants, but for what the tokens say of their own use and for the reports of imports.</summary>
    private async Task<string> DigestAsync()
    {
        const string Tables = """
            select string_agg(format('select %L || %L || t::text as line from app.%I t', c.relname, ' ', c.relname), ' union all ')
            from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname not in ('api_tokens', 'schema_migrations', 'write_counts')
              and c.relname not like 'import\_report%'
            """;
        var all = (string)(await app.Database.AsSuperuserAsync(Tables))!; // there are tables
        return (string)(await app.Database.AsSuperuserAsync($"select md5(string_agg(line, E'\\n' order by line)) from ({all}) l"))!; // and rows
    }
}
