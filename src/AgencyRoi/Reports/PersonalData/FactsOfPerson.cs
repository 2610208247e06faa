using AgencyRoi.Platform.Database;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.Touches;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>The facts that name a person, by a hash or by a text. Taken back ones are among them: they are kept too.</summary>
internal static class FactsOfPerson
{
    private static readonly string Naming = EmbeddedSql.Read("Reports.PersonalData.stream_facts_naming.sql");

    public static Task<IReadOnlyList<Touch>> TouchesAsync(DatabaseSession session, Person person, CancellationToken cancellationToken) =>
        ReadAsync(Touches(session, person), cancellationToken);

    public static IQueryable<Touch> Touches(DatabaseSession session, Person person) =>
        session.Db.Set<Touch>().Where(touch => touch.ClientId == person.ClientId && person.Keys.Contains(touch.JourneyKey));

    public static Task<IReadOnlyList<Sale>> SalesAsync(DatabaseSession session, Person person, CancellationToken cancellationToken) =>
        ReadAsync(Sales(session, person), cancellationToken);

    public static IQueryable<Sale> Sales(DatabaseSession session, Person person) =>
        session
            .Db.Set<Sale>()
            .Where(sale => sale.ClientId == person.ClientId)
            .Where(sale =>
                (sale.JourneyKey != null && person.Keys.Contains(sale.JourneyKey.Value))
                || (sale.ContactReference != null && person.References.Contains(sale.ContactReference))
            );

    public static Task<IReadOnlyList<Outcome>> OutcomesAsync(DatabaseSession session, Person person, CancellationToken cancellationToken) =>
        ReadAsync(Outcomes(session, person), cancellationToken);

    public static IQueryable<Outcome> Outcomes(DatabaseSession session, Person person) =>
        session
            .Db.Set<Outcome>()
            .Where(outcome => outcome.ClientId == person.ClientId)
            .Where(outcome => outcome.ContactReference != null && person.References.Contains(outcome.ContactReference));

    public static async Task<IReadOnlyList<StreamFact>> StreamFactsAsync(
        DatabaseSession session,
        Person person,
        CancellationToken cancellationToken
    )
    {
        if (person.References.Length == 0)
            return [];
        var ids = new List<Guid>();
        await using (var command = session.Command(Naming).With(session.TenantId, session.Visible(person.ClientId), person.References))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                ids.Add(reader.GetGuid(0));
        return await ReadAsync(session.Db.Set<StreamFact>().Where(fact => ids.Contains(fact.Id)), cancellationToken);
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(IQueryable<T> facts, CancellationToken cancellationToken)
        where T : class => await facts.AsNoTracking().ToListAsync(cancellationToken);
}
