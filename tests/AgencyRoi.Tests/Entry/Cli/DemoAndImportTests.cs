using System.Text.Json;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Tests.Entry.Cli;

/// <summary>The newcomer's first minutes, as processes on a private database: the demo, a file brought in, the demo again.</summary>
public sealed class DemoAndImportTests
{
    private const string Lines =
        "\nLines: 2 in all; 1 header, 0 without content, 1 stored, 0 refused, 0 not read.\nSum of amount in USD: 1,000 in 1 row stored, 0 in 0 rows refused.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // As an ordinary user, also where the suite runs as root: that the demo runs as root is told by its other tests.
    [Fact]
    public async Task A_cost_that_is_imported_moves_the_table_and_the_same_file_again_does_not()
    {
        await using var checkout = await TemporaryCheckout.CreateAsync(ServerAccount.ForThisProcess(), Stop);
        var file = Path.Combine(checkout.Root, "more.csv");
        await File.WriteAllTextAsync(file, Repository.Read("samples/more-spend-on-916.csv"), Stop);

        var first = await checkout.RunAsync(Stop, "demo", "--exit", "--port", "0");
        var import = await checkout.RunAsync(Stop, "import", "costs", "more.csv", "--agency", "northlight");
        var again = await checkout.RunAsync(Stop, "import", "costs", "more.csv", "--agency", "northlight");
        var check = await checkout.RunAsync(Stop, "check");
        var second = await checkout.RunAsync(Stop, "demo", "--exit", "--port", "0");

        Assert.Equal((0, ""), (first.ExitCode, first.Errors));
        Assert.Equal(["58,705.23", "124,220.00", "65,514.77", "0.00", "111.600"], Advertiser(first.Output));
        var told = JsonSerializer.Deserialize<JsonElement>(
            await File.ReadAllTextAsync(Path.Combine(checkout.Root, ".agency-roi", "demo.json"), Stop)
        );
        Assert.EndsWith("/graphql", told.GetProperty("url").GetString());
        Assert.Equal(2, told.GetProperty("agencies").GetArrayLength());
        Assert.Equal((0, "costs: 1 row, 1 created, 0 updated, 0 unchanged, 0 refused." + Lines), (import.ExitCode, import.Output.Trim()));
        Assert.Equal((0, "costs: 1 row, 0 created, 0 updated, 1 unchanged, 0 refused." + Lines), (again.ExitCode, again.Output.Trim()));
        Assert.Equal((0, "2 agencies checked: everything follows from the ledger."), (check.ExitCode, check.Output.Trim()));
        Assert.Equal((0, ""), (second.ExitCode, second.Errors));
        Assert.Equal(["59,705.23", "124,220.00", "64,514.77", "0.00", "108.055"], Advertiser(second.Output));
        Assert.False(File.Exists(Path.Combine(checkout.Root, ".agency-roi", "pg", "data", "postmaster.pid")), "the server still runs");
    }

    [Theory]
    [InlineData("There is no import cats. There are: ad-efficiencies, ", "cats", "AgencyRoi.sln")]
    [InlineData("Could not find file", "costs", "nothing.csv")]
    public async Task An_import_that_cannot_be_run_says_why_and_ends_with_2(string message, string kind, string file)
    {
        await using var checkout = await TemporaryCheckout.CreateAsync(ServerAccount.Own, Stop);

        var run = await checkout.RunAsync(Stop, "import", kind, file, "--agency", "northlight");

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(message, run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Fact]
    public async Task An_import_without_a_file_prints_the_columns_of_its_kind()
    {
        await using var checkout = await TemporaryCheckout.CreateAsync(ServerAccount.Own, Stop);

        var run = await checkout.RunAsync(Stop, "import", "refunds");

        Assert.Equal(
            (
                0,
                """
                | column | required | holds |
                |---|---|---|
                | client | yes | The client's external reference or global id. |
                | external_reference | yes | The row's key in your system; sent again, the row is a correction. |
                | date | yes | The day of the refund, as 2025-12-31. |
                | sale | yes | External reference or global id of the client's sale that was paid back, which has an amount. |
                | amount | yes | Net of tax, above zero, as 1234.50; the refunds of a sale together are no more than the sale. |
                | reason |  | Why it was given, at most 2000 characters. |
                | currency |  | ISO 4217: that of the sale, which it is without one. |
                """
            ),
            (run.ExitCode, run.Output.Trim())
        );
    }

    [Theory]
    [InlineData("There is no import cats. There are: ad-efficiencies, ", "cats")]
    [InlineData("Option '--agency' is required.", "costs", "AgencyRoi.sln")]
    public async Task An_import_that_lacks_something_says_what_and_ends_with_2(string message, params string[] arguments)
    {
        await using var checkout = await TemporaryCheckout.CreateAsync(ServerAccount.Own, Stop);

        var run = await checkout.RunAsync(Stop, ["import", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith(message, run.Errors);
    }

    private static string[] Advertiser(string output) =>
        output
            .Split('\n')
            .Single(line => line.Contains("Facebook advertiser", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^8..^3];
}
