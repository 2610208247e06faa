using System.Globalization;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Tests.Recording.Imports;

namespace AgencyRoi.Tests.Recording.Facts;

/// <summary>Facts that cannot be are refused, and those that are only unlikely are marked: by mutation and in a file alike. The clock stands on 2026-01-15.</summary>
public sealed class FactBoundsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    // What can be agreed beforehand; of all other kinds the day is one on which something happened.
    private static readonly Dictionary<string, string> Agreed = new()
    {
        ["costs"] = "date",
        ["subscriptions"] = "from",
        ["exchange-rates"] = "date",
        ["keyword-prices"] = "month",
    };

    public static TheoryData<string, string, bool> Days
    {
        get
        {
            var days = new TheoryData<string, string, bool>();
            foreach (var kind in new ImportKinds(Modules.All).All.Select(kind => kind.Name).Where(name => name != "forecasts"))
            {
                var isAgreed = Agreed.ContainsKey(kind);
                days.Add(kind, "1989-12-31", false);
                days.Add(kind, isAgreed ? "2027-01-18" : "2026-01-17", false);
                if (!kind.StartsWith("keyword", StringComparison.Ordinal) && kind != "audience-activity")
                    days.Add(kind, isAgreed ? "2027-01-17" : "2026-01-16", true);
            }
            return days;
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public async Task A_day_of_a_file_lies_within_the_bounds_of_its_kind(string kind, string day, bool isTaken)
    {
        await app.BakeryAsync();
        await app.RateAsync(app.Alpha, "EUR", "USD", 1.1m, "2026-01-01", "MONTH");
        var column = Agreed.GetValueOrDefault(
            kind,
            kind switch
            {
                "keyword-visits" or "audience-activity" => "month",
                "touches" => "touched_at",
                "legal-bases" => "effective_from",
                _ => "date",
            }
        );

        var report = await app.ImportAsync(app.Alpha.StaffToken, $"{kind}?dryRun=true", With(kind, column, MonthOf(kind, day)));

        var refused = report.Errors().Any(error => error == $"2 {column} BAD_INPUT");
        Assert.True(refused != isTaken, report.ToString());
    }

    [Theory]
    [InlineData("costs/RecordCost", "2027-01-18", "2027-01-17")]
    [InlineData("sales/RecordSale", "2026-01-17", "2026-01-16")]
    [InlineData("sales/RecordSale", "1989-12-31", "1990-01-01")]
    public async Task A_day_of_a_mutation_lies_within_the_same_bounds(string mutation, string refused, string taken)
    {
        var client = await app.ClientAsync(app.Alpha);
        object Stated(string day) =>
            mutation == "costs/RecordCost" ? Bookkeeping.NewCost(client, 1m, day) : Bookkeeping.NewSale(client, 1m, day);

        Assert.Equal(["BAD_INPUT input.occurredOn"], await app.RefusalAsync(app.Alpha.StaffToken, mutation, Stated(refused)));
        await app.DoAsync(app.Alpha.StaffToken, mutation, Stated(taken));
    }

    [Fact]
    public async Task Nothing_is_paid_back_before_it_was_sold()
    {
        var client = await app.ClientAsync(app.Alpha);
        var sale = await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 50m, "2025-03-10"));

        var before = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "sales/RecordRefund",
            Bookkeeping.NewRefund(sale.Text("id"), 10m, "2025-03-09")
        );
        await app.RefundAsync(app.Alpha, Bookkeeping.NewRefund(sale.Text("id"), 10m, "2025-03-10"));
        var moved = await app.RefusalAsync(
            app.Alpha.StaffToken,
            "sales/CorrectSale",
            new
            {
                id = sale.Text("id"),
                version = sale.Long("version"),
                occurredOn = "2025-03-11",
            }
        );

        Assert.Equal(["BAD_INPUT input.occurredOn"], before);
        Assert.Equal(["BAD_INPUT input.occurredOn"], moved);
    }

    [Fact]
    public async Task A_refund_in_a_file_is_not_before_its_sale_either()
    {
        await app.BakeryAsync();

        var report = await app.ImportAsync(app.Alpha.StaffToken, "refunds?dryRun=true", With("refunds", "date", "2025-03-09"));

        Assert.Equal(["2 date BAD_INPUT"], report.Errors());
    }

    [Fact]
    public async Task No_conversions_have_no_amount()
    {
        var client = await app.ClientAsync(app.Alpha);
        await app.BakeryAsync();

        var mutation = await app.RefusalAsync(app.Alpha.StaffToken, "sales/RecordSale", Bookkeeping.NewSale(client, 10m, quantity: 0m));
        await app.SaleAsync(app.Alpha, Bookkeeping.NewSale(client, 0m, quantity: 0m));
        var file = await app.ImportAsync(
            app.Alpha.StaffToken,
            "sales",
            "client,external_reference,date,amount,currency,quantity\nbakery,none,2025-03-10,5,USD,0\n"
        );

        Assert.Equal(["BAD_INPUT input.quantity"], mutation);
        Assert.Equal(["2 quantity BAD_INPUT"], file.Errors());
    }

    [Fact]
    public async Task Not_more_accounts_are_looked_at_than_follow()
    {
        await app.BakeryAsync();

        var report = await app.ImportAsync(app.Alpha.StaffToken, "audience-audits", With("audience-audits", "sample", "5001"));

        Assert.Equal(["2 sample BAD_INPUT"], report.Errors());
    }

    [Fact]
    public async Task An_audit_of_no_channel_has_an_empty_field_and_none_that_is_not_found()
    {
        await app.BakeryAsync();

        var report = await app.ImportAsync(app.Alpha.StaffToken, "audience-audits", With("audience-audits", "channel", ""));

        Assert.Equal(["2 channel BAD_INPUT"], report.Errors());
    }

    [Fact]
    public async Task A_forecast_is_about_ten_years_at_most()
    {
        await app.BakeryAsync();

        var report = await app.ImportAsync(app.Alpha.StaffToken, "forecasts", With("forecasts", "to", "2038-01-01"));

        Assert.Equal(["2 to BAD_INPUT"], report.Errors());
    }

    [Fact]
    public async Task What_is_only_unlikely_is_stored_and_marked()
    {
        await app.BakeryAsync();
        await app.Database.AsSuperuserAsync(
            "update app.goals set from_day = '2025-02-01', to_day = '2025-07-01' where external_reference = 'enquiries'"
        );

        var costs = await app.ImportAsync(
            app.Alpha.StaffToken,
            "costs",
            "client,external_reference,date,category,amount,currency\n"
                + "bakery,ahead,2026-03-01,AD_SPEND,1,USD\nbakery,old,2014-01-01,AD_SPEND,1,USD\nbakery,plain,2025-03-01,AD_SPEND,1,USD\n"
        );
        var outcomes = await app.ImportAsync(
            app.Alpha.StaffToken,
            "outcomes",
            "client,external_reference,goal,date,quantity\nbakery,late,enquiries,2025-07-01,1\nbakery,within,enquiries,2025-06-30,1\n"
        );

        Assert.Equal(((3, 0, 0, 0), 2), (costs.Counts(), costs.GetProperty("doubtful").GetInt32()));
        Assert.Equal(
            ["2 date The day lies in the future.", "3 date The day lies more than ten years back."],
            costs.List("doubts").Select(doubt => $"{doubt.GetProperty("line")} {doubt.Text("column")} {doubt.Text("message")}")
        );
        Assert.Equal(((2, 0, 0, 0), 1), (outcomes.Counts(), outcomes.GetProperty("doubtful").GetInt32()));
        Assert.Equal("The day lies outside of the goal's dates.", outcomes.List("doubts")[0].Text("message"));
    }

    [Fact]
    public void The_messages_and_the_readme_state_the_bounds_of_the_code()
    {
        var readme = Repository.Read("schema/README.md");
        var earliest = FactBounds.Earliest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        Assert.All([FactBounds.Happened, FactBounds.Agreed], message => Assert.Contains(earliest, message, StringComparison.Ordinal));
        Assert.Contains($"{FactBounds.MostDaysAhead} days", FactBounds.Agreed, StringComparison.Ordinal);
        Assert.Contains($"| from {earliest} to today |", readme, StringComparison.Ordinal);
        Assert.Contains($"| from {earliest} to {FactBounds.MostDaysAhead} days from now |", readme, StringComparison.Ordinal);
    }

    private static string MonthOf(string kind, string day) =>
        kind == "exchange-rates" && day == "2027-01-17" ? "2027-01-01"
        : kind is "keyword-visits" or "audience-activity" && day.StartsWith("2026-01", StringComparison.Ordinal) ? "2026-02-01"
        : kind == "keyword-prices" && day.StartsWith("2027-01", StringComparison.Ordinal) ? "2027-02-01"
        : day;

    private static string With(string kind, string column, string value)
    {
        var lines = ImportExamples.Of(kind).Split('\n');
        var names = lines[0].Split(',');
        var fields = lines[1].Split(',');
        fields[Array.IndexOf(names, column)] = value;
        return $"{lines[0]}\n{string.Join(',', fields)}\n";
    }
}
