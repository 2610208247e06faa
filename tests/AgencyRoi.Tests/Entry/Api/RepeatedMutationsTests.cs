using System.Text.RegularExpressions;
using AgencyRoi.Entry.Api;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>Whoever has lost an answer reads in the schema how to repeat a mutation, and it is so.</summary>
public sealed partial class RepeatedMutationsTests(AgencyApp app) : IClassFixture<AgencyApp>
{
    private static readonly Schema Schema = ProductSchema.ForStaff(Modules.All);

    /// <summary>A mutation that names an object and its version is refused with CONFLICT when it was done already; any other says what to do.</summary>
    [Fact]
    public void Every_mutation_that_does_not_name_a_version_of_an_object_says_how_to_repeat_it_safely()
    {
        var silent =
            from mutation in Schema.MutationType!.Fields
            let input = (InputObjectType)mutation.Arguments["input"]!.Type.Unwrapped
            where input.Fields["id"] is null
            where !HowToRepeat().IsMatch(mutation.Description!)
            select mutation.Name;

        Assert.Empty(silent);
    }

    [Fact]
    public void What_takes_an_external_reference_says_that_it_is_for_repeating()
    {
        var silent =
            from mutation in Schema.MutationType!.Fields
            let input = (InputObjectType)mutation.Arguments["input"]!.Type.Unwrapped
            where input.Fields["externalReference"] is not null && input.Fields["id"] is null
            where !mutation.Description!.Contains("reference", StringComparison.OrdinalIgnoreCase)
            select mutation.Name;

        Assert.Empty(silent);
    }

    [Fact]
    public async Task What_is_safe_to_send_again_makes_one_object()
    {
        var client = await app.ClientAsync(app.Alpha);
        (string Operation, object Input)[] sent =
        [
            ("budgets/SetBudget", Budget(client)),
            ("exchange-rates/SetExchangeRate", Rate()),
            ("traffic/SetKeywordPrice", Price(client)),
            ("cost-completeness/RecordNoCostDeclaration", NoCost(client)),
        ];
        foreach (var (operation, input) in sent)
        {
            var first = await app.DoAsync(app.Alpha.OwnerToken, operation, input);
            var again = await app.DoAsync(app.Alpha.OwnerToken, operation, input);

            Assert.Equal((operation, first.Text("id")), (operation, again.Text("id")));
        }
    }

    [Fact]
    public async Task What_cannot_be_there_twice_says_that_it_is_there()
    {
        (string Operation, object Input, string Refusal)[] sent =
        [
            ("people/CreateHourlyRate", HourlyRate(), "RATES_OVERLAP input.from"),
            ("channels/CreateNetwork", Network(), "ALREADY_EXISTS input.code"),
        ];
        foreach (var (operation, input, refusal) in sent)
        {
            await app.DoAsync(app.Alpha.OwnerToken, operation, input);

            Assert.Equal([refusal], await app.RefusalAsync(app.Alpha.OwnerToken, operation, input));
        }
    }

    [Fact]
    public async Task A_purpose_sent_twice_is_two_which_its_description_says()
    {
        var client = await app.ClientAsync(app.Alpha);

        var (first, again) = (await app.PurposeAsync(app.Alpha, client), await app.PurposeAsync(app.Alpha, client));

        Assert.NotEqual(first, again);
        Assert.Contains("sent twice it makes two", Schema.MutationType!.Fields["createPurpose"]!.Description);
    }

    private static object Budget(string clientId) =>
        new
        {
            clientId,
            from = "2025-01-01",
            to = "2026-01-01",
            amount = 100m,
            currency = "USD",
        };

    private static object Rate() =>
        new
        {
            baseCurrency = "EUR",
            quoteCurrency = "USD",
            granularity = "DAY",
            day = "2025-01-01",
            rate = 1.1m,
            source = "a test",
        };

    private static object Price(string clientId) =>
        new
        {
            clientId,
            keyword = "shoes",
            country = "US",
            month = "2025-01-01",
            amount = 1m,
            currency = "USD",
            source = "a test",
        };

    private static object NoCost(string clientId) =>
        new
        {
            clientId,
            month = "2025-01-01",
            category = "RESEARCH",
        };

    private static object HourlyRate() =>
        new
        {
            kind = "LABOUR",
            level = "DEFAULT",
            amount = 50m,
            currency = "USD",
            from = "2025-01-01",
        };

    private static object Network() =>
        new
        {
            code = "TOWN_BOARD",
            name = "The town's board",
            kind = "OTHER",
        };

    [GeneratedRegex("To repeat it safely, |[Ss]afe to (send twice|repeat)")]
    private static partial Regex HowToRepeat();
}
