using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Entry.Demo.Generated;

/// <summary>
/// Makes the people of a client's database: the buyers of its sales, and visitors of whom nothing is known but a device. Of clients whose journeys are made up. The
/// same recipe gives the same people, always.
/// </summary>
internal sealed class ContactGenerator
{
    private const int FlowNumber = 998;
    private const int SalesOfRegulars = 3;
    private const int DaysUntilLost = 180;
    private const int MostVisitors = 100;

    private readonly Dice dice;
    private readonly List<PlannedStage> stages = [];
    private readonly List<PlannedLegalBasis> bases = [];

    private ContactGenerator(Recipe recipe) => dice = new Dice(recipe.Seed * 1_000 + FlowNumber);

    public static (IReadOnlyList<PlannedStage> Stages, IReadOnlyList<PlannedLegalBasis> Bases) Contacts(
        Recipe recipe,
        IReadOnlyList<PlannedSale> sales,
        IReadOnlyList<PlannedTouch> touches
    )
    {
        var generator = new ContactGenerator(recipe);
        if (recipe.Journeys is { } flow)
        {
            foreach (var buyer in sales.Where(sale => sale.OccurredOn >= flow.From).GroupBy(sale => sale.Contact))
                if (buyer.Key is { } contact)
                    generator.AddBuyer(contact, [.. buyer.OrderBy(sale => sale.OccurredOn)]);
            foreach (var visitor in touches.Where(touch => touch.Visitor is not null).DistinctBy(touch => touch.Visitor).Take(MostVisitors))
                generator.AddVisitor(visitor);
        }
        return (generator.stages, generator.bases);
    }

    /// <summary>The first visitor turns out to be the first buyer.</summary>
    public static MergedPlan? Merged(IReadOnlyList<PlannedStage> stages) =>
        (stages.FirstOrDefault(stage => stage.Keys.Crm is not null), stages.FirstOrDefault(stage => stage.Keys.Device is not null))
            is ({ } buyer, { } visitor)
            ? new(buyer.Reference, visitor.Reference)
            : null;

    private void AddBuyer(string contact, IReadOnlyList<PlannedSale> sales)
    {
        var keys = new PlannedKeys(contact, $"{contact}@example.com", dice.Chance(20) ? $"@{contact}" : null);
        var (first, last) = (sales[0], sales[^1]);
        Add(CustomerStage.Visitor, first.OccurredOn.AddDays(-dice.Between(8, 30)), first.Channel);
        if (dice.Chance(60))
            Add(CustomerStage.Lead, first.OccurredOn.AddDays(-dice.Between(1, 7)), first.Channel);
        Add(CustomerStage.Customer, first.OccurredOn, first.Channel);
        if (sales.Count >= SalesOfRegulars)
            Add(CustomerStage.Regular, sales[SalesOfRegulars - 1].OccurredOn, sales[SalesOfRegulars - 1].Channel);
        if (last.OccurredOn.AddDays(DaysUntilLost) < DemoPeriod.Days.To)
            Add(CustomerStage.Lost, last.OccurredOn.AddDays(DaysUntilLost), channel: null);

        AddBasis(ProcessingPurpose.Service, LegalBasis.Contract);
        if (dice.Chance(70))
            AddBasis(ProcessingPurpose.Profiling, LegalBasis.Consent);
        if (dice.Chance(55))
            AddBasis(ProcessingPurpose.Marketing, LegalBasis.Consent);

        void Add(CustomerStage stage, DateOnly on, string? channel) =>
            stages.Add(new($"{contact}-{stage}".ToLowerInvariant(), keys, stage, on, channel));

        void AddBasis(ProcessingPurpose purpose, LegalBasis basis) =>
            bases.Add(
                new(
                    Reference: $"{contact}-{purpose}".ToLowerInvariant(),
                    Crm: contact,
                    purpose,
                    basis,
                    first.OccurredOn,
                    Source: Generator.Note
                )
            );
    }

    private void AddVisitor(PlannedTouch touch) =>
        stages.Add(
            new(
                $"{touch.Visitor}-visitor",
                new PlannedKeys(Device: touch.Visitor),
                CustomerStage.Visitor,
                DateOnly.FromDateTime(touch.At.UtcDateTime),
                touch.Channel
            )
        );
}
