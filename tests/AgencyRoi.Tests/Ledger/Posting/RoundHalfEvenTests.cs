using AgencyRoi.Metrics.Valuation;
using Npgsql;

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>The poster rounds in C# and <c>check</c> in the database: they have to agree on every number.</summary>
public sealed class RoundHalfEvenTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task The_database_rounds_every_product_as_the_poster_does()
    {
        var random = new Random(23);
        var products = Enumerable
            .Range(0, 20_000)
            .Select(_ => (Amount: Number(random), Factor: Factor(random), Share: Share(random)))
            .ToList();

        await using var connection = new NpgsqlConnection(fixture.Database.AppConnection);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            "select array_agg(app.round_half_even(a * f * s, 4) order by place) from unnest($1, $2, $3) with ordinality as p (a, f, s, place)",
            connection
        )
        {
            Parameters =
            {
                new() { Value = products.Select(product => product.Amount).ToArray() },
                new() { Value = products.Select(product => product.Factor).ToArray() },
                new() { Value = products.Select(product => product.Share).ToArray() },
            },
        };
        var rounded = (decimal[])(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(products.Select(product => LedgerRounding.Of(product.Amount, product.Factor, product.Share)), rounded);
    }

    // Four places times a quarter are a tie in one case of four, and ties are where two roundings differ.
    private static decimal Number(Random random) =>
        (random.Next(2) == 0 ? 1 : -1)
        * (random.Next(3) == 0 ? random.NextInt64(1, 1_000_000_000_000_000_000) / 1_000_000_000_000m : random.Next() / 10_000m);

    private static decimal Factor(Random random) => random.Next(5) == 0 ? random.Next(1, 1_000_000) / 1_000_000m : random.Next(1, 5) / 4m;

    private static decimal Share(Random random) =>
        random.Next(3) == 0 ? random.Next(1, 100_000_000) / 100_000_000m : random.Next(1, 11) / 10m;
}
