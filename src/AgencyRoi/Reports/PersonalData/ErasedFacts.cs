using AgencyRoi.Platform.Database;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.Touches;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>
/// The facts of a client that an erasure of a person changes: those that name the person, and those that are one unit of value with one of them, by an order, a lead, a
/// conversion of a goal or a decision. What is one unit counts once and therefore keeps one name, whatever that is.
/// </summary>
internal sealed record ErasedFacts
{
    private static readonly string Sharing = EmbeddedSql.Read("Reports.PersonalData.facts_of_units.sql");

    public required IReadOnlyList<Touch> Touches { get; init; }

    public required IReadOnlyList<Sale> Sales { get; init; }

    public required IReadOnlyList<Refund> Refunds { get; init; }

    public required IReadOnlyList<Outcome> Outcomes { get; init; }

    /// <summary>Facts of the streams that are about this person alone.</summary>
    public required IReadOnlyList<StreamFact> StreamFacts { get; init; }

    /// <summary>Facts of the streams that are about others too: of these the person's reference alone is replaced.</summary>
    public required IReadOnlyList<StreamFact> SharedStreamFacts { get; init; }

    /// <summary>The sources of the ledger's entries that name units of the person.</summary>
    public Guid[] Sources =>
        [
            .. Sales.Select(sale => sale.Id),
            .. Refunds.Select(refund => refund.Id),
            .. Outcomes.Select(outcome => outcome.Id),
            .. StreamFacts.Select(fact => fact.Id),
        ];

    /// <summary>Their references, by source.</summary>
    public IReadOnlyDictionary<Guid, string> References =>
        Sales
            .Select(sale => (sale.Id, sale.ExternalReference))
            .Concat(Refunds.Select(refund => (refund.Id, refund.ExternalReference)))
            .Concat(Outcomes.Select(outcome => (outcome.Id, outcome.ExternalReference)))
            .Concat(StreamFacts.Select(fact => (fact.Id, fact.ExternalReference)))
            .ToDictionary();

    public static async Task<ErasedFacts> LoadAsync(DatabaseSession session, Person person, CancellationToken cancellationToken)
    {
        var client = person.ClientId;
        var units = new UnitsOfPerson();
        foreach (var sale in await FactsOfPerson.SalesAsync(session, person, cancellationToken))
            units.Add(UnitFact.Of(sale));
        foreach (var outcome in await FactsOfPerson.OutcomesAsync(session, person, cancellationToken))
            units.Add(UnitFact.Of(outcome));
        while (units.IsGrowing)
            await FollowAsync(session, client, units, cancellationToken);

        var named = await FactsOfPerson.StreamFactsAsync(session, person, cancellationToken);
        var alone = named.Where(fact => IsAbout(person, fact)).ToList();
        return new()
        {
            Touches = await FactsOfPerson.TouchesAsync(session, person, cancellationToken),
            Sales = await OfAsync<Sale>(session, client, units.Ids, cancellationToken),
            Refunds = await session
                .Db.Set<Refund>()
                .AsNoTracking()
                .Where(refund => refund.ClientId == client && units.Ids.Contains(refund.SaleId))
                .ToListAsync(cancellationToken),
            Outcomes = await OfAsync<Outcome>(session, client, units.Ids, cancellationToken),
            StreamFacts = [.. alone, .. await OfAsync<StreamFact>(session, client, units.Ids, cancellationToken)],
            SharedStreamFacts = [.. named.Except(alone)],
        };
    }

    /// <summary>All texts that name the person in what is erased.</summary>
    public IEnumerable<string> TextsOf(Person person) =>
        person
            .References.Concat(Touches.Select(touch => touch.ExternalReference))
            .Concat(Refunds.Select(refund => refund.ExternalReference))
            .Concat(StreamFacts.Select(fact => fact.ExternalReference))
            .Concat(StreamFacts.Select(fact => fact.Content).OfType<IndirectSale>().Select(content => content.OrderReference))
            .Concat(Sales.SelectMany(sale => new[] { sale.ExternalReference, sale.OrderReference, sale.LeadReference }).OfType<string>())
            .Concat(
                Outcomes
                    .SelectMany(outcome => new[] { outcome.ExternalReference, outcome.OrderReference, outcome.LeadReference })
                    .OfType<string>()
            );

    private static bool IsAbout(Person person, StreamFact fact) =>
        fact.Content switch
        {
            Referral referral => person.References.Contains(referral.Customer),
            Retention retention => (retention.ContactReferences ?? []).All(person.References.Contains),
            _ => false,
        };

    private static async Task<List<T>> OfAsync<T>(DatabaseSession session, ClientId client, Guid[] ids, CancellationToken cancellationToken)
        where T : Recording.Facts.Fact =>
        await session
            .Db.Set<T>()
            .AsNoTracking()
            .Where(fact => fact.ClientId == client && ids.Contains(fact.Id))
            .ToListAsync(cancellationToken);

    private static async Task FollowAsync(
        DatabaseSession session,
        ClientId client,
        UnitsOfPerson units,
        CancellationToken cancellationToken
    )
    {
        var asked = units.Ask();
        await using var command = session
            .Command(Sharing)
            .With(session.TenantId, session.Visible(client), asked.Orders, asked.Leads, asked.References, asked.Ids);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            units.Meet(UnitFact.Read(reader));
    }
}
