using AgencyRoi.Ledger.Checks;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform;
using static AgencyRoi.Tests.Ledger.Posting.LedgerWorld;

namespace AgencyRoi.Tests.Ledger.Posting;

/// <summary>
/// Outcomes, conversions and sales with random references are stated, corrected and taken back in random order: the total is that of the strongest fact of
/// each connected component, computed here by a walk of its own over references.
/// </summary>
public sealed class RandomReferencesTests(DatabaseFixture fixture) : IClassFixture<DatabaseFixture>
{
    private const int Facts = 36;
    private const int Steps = 150;
    private static readonly Guid Goal = new("00000000-0000-0000-0000-000000000007");
    private static readonly LedgerRates Rates = new(1m, 1.25m);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_total_is_that_of_connected_components_and_the_order_makes_no_difference(int seed)
    {
        var world = await CreateAsync(fixture.Database);
        var client = await world.AddClientAsync();
        var random = new Random(seed);
        var ids = Enumerable.Range(0, Facts).Select(_ => Guid.CreateVersion7()).ToArray();
        var standing = new Dictionary<int, Stated>();
        var revisions = new int[Facts];

        for (var step = 0; step < Steps; )
        {
            var batch = new List<FactPosting>();
            foreach (var number in Enumerable.Range(0, Facts).OrderBy(_ => random.Next()).Take(random.Next(1, 5)))
            {
                revisions[number]++;
                step++;
                if (random.Next(4) == 0)
                    standing.Remove(number);
                else
                    standing[number] = Stated.Any(random, number);
                batch.Add(Posting(client, ids[number], revisions[number], standing.GetValueOrDefault(number)));
            }
            await world.PostAsync(batch);
            Assert.Equal(Expected(standing), (await world.TotalsAsync(client)).Unadjusted.Value);
        }

        for (var order = 0; order < 2; order++)
        {
            var another = await world.AddClientAsync();
            foreach (var batch in standing.OrderBy(_ => random.Next()).Chunk(random.Next(1, 9)))
                await world.PostAsync([.. batch.Select(fact => Posting(another, Guid.CreateVersion7(), 1, fact.Value))]);
            Assert.Equal(Expected(standing), (await world.TotalsAsync(another)).Unadjusted.Value);
        }
        Assert.Empty(await world.ReadAsync(session => LedgerCheck.RunAsync(session, default)));
    }

    private static FactPosting Posting(ClientId client, Guid id, int revision, Stated? stated) =>
        new(
            client,
            stated?.Source ?? SourceKind.Outcome,
            id,
            revision,
            stated?.External ?? "",
            stated?.Day ?? default,
            stated?.Lines() ?? []
        )
        {
            IsRetraction = stated is null,
        };

    // An external reference is that of a fact of another grade or of nobody else, so that these four decide.
    private static decimal Expected(Dictionary<int, Stated> standing) =>
        Components
            .Of(standing.Values, fact => fact.Keys())
            .Sum(facts => facts.OrderBy(fact => (fact.Grade, fact.Day, fact.Stream, fact.Number)).First().Amount);

    private enum Kind
    {
        Outcome,
        Conversion,
        Sale,
    }

    /// <param name="Number">Decides the kind and the external reference, which stay when a fact is corrected.</param>
    private sealed record Stated(int Number, decimal Amount, int Quantity, string? Lead, string? Order, EvidenceGrade Grade, DateOnly Day)
    {
        private static readonly EvidenceGrade[] OfOutcomes = [EvidenceGrade.A, EvidenceGrade.B, EvidenceGrade.D, EvidenceGrade.E];

        private Kind Kind => (Kind)(Number % 3);

        // An outcome and a conversion of the goal have the same one; in the order of the numbers, also as texts.
        public string External => Kind == Kind.Sale ? $"s{Number:00}" : $"e{Number - (int)Kind:00}";

        public SourceKind Source => Kind == Kind.Outcome ? SourceKind.Outcome : SourceKind.Sale;

        public ValueStream Stream => Kind == Kind.Sale ? ValueStream.DirectSales : ValueStream.Conversions;

        public static Stated Any(Random random, int number) =>
            new(
                number,
                random.Next(1, 1_000) * 4m,
                random.Next(5) == 0 ? 2 : 1,
                random.Next(3) == 0 ? null : $"l{random.Next(14)}",
                random.Next(2) == 0 ? null
                    : random.Next(3) == 0 ? $"s{random.Next(Facts / 3) * 3 + 2:00}"
                    : $"o{random.Next(14)}",
                number % 3 == 0 ? OfOutcomes[random.Next(OfOutcomes.Length)] : EvidenceGrade.C,
                LedgerWorld.Day("2025-03-01").AddDays(random.Next(60))
            );

        public HashSet<string> Keys() =>
            Kind switch
            {
                Kind.Sale => [.. References(), $"order {External}"],
                _ when Quantity > 1 => [Kind == Kind.Outcome ? $"only {Number}" : $"order {External}"],
                _ => [.. References(), $"goal {External}"],
            };

        private IEnumerable<string> References()
        {
            if (Lead is not null)
                yield return $"lead {Lead}";
            if (Order is not null)
                yield return $"order {Order}";
        }

        public IReadOnlyList<ValuedEntry> Lines()
        {
            var references = new UnitReferences(Lead, Order);
            if (Kind == Kind.Outcome)
            {
                var outcome = new OutcomeFact(
                    Goal,
                    External,
                    Day,
                    Quantity,
                    new(Amount / Quantity, "EUR"),
                    ValueStream.Conversions,
                    Grade,
                    default,
                    references
                );
                return OutcomeValuation.Value(outcome, Rates, EvidenceFactors.Default);
            }
            var type = Kind == Kind.Sale ? ConversionType.Sale : ConversionType.Lead;
            var sale = new SaleFact(
                External,
                type,
                Day,
                Quantity,
                new(Amount, "EUR"),
                null,
                null,
                new(GoalId: Goal),
                IsAgencyChannel: true,
                references
            );
            return SaleValuation.Value(sale, Rates, EvidenceFactors.Default);
        }
    }
}
