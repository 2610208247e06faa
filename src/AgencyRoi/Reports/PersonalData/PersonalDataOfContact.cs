using System.Runtime.CompilerServices;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Contacts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.Touches;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>Facts that name a person, which are kept besides stages and legal bases.</summary>
[ObjectType<Contact>]
internal static partial class PersonalDataOfContact
{
    /// <summary>The touches under any of its keys, the earliest first; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactTouches")]
    public static Task<IReadOnlyList<KeyedList<Touch>>> GetTouchesAsync(
        [Parent("Id ClientId")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        ListsAsync(
            contacts,
            FactsOfPerson.TouchesAsync,
            touch => (touch.TouchedAt, touch.CreatedAt, touch.Place, touch.Id),
            database,
            cancellationToken
        );

    /// <summary>The conversions that name it, by the contact's reference or the visitor's key, the earliest first; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactSales")]
    public static Task<IReadOnlyList<KeyedList<Sale>>> GetSalesAsync(
        [Parent("Id ClientId")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ListsAsync(contacts, FactsOfPerson.SalesAsync, sale => (sale.OccurredOn, sale.Id), database, cancellationToken);

    /// <summary>The outcomes that name it by the contact's reference, the earliest first; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactOutcomes")]
    public static Task<IReadOnlyList<KeyedList<Outcome>>> GetOutcomesAsync(
        [Parent("Id ClientId")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ListsAsync(contacts, FactsOfPerson.OutcomesAsync, outcome => (outcome.OccurredOn, outcome.Id), database, cancellationToken);

    /// <summary>
    /// The facts of the streams that name it, as a customer who was referred, who referred or who was kept, the earliest first; retracted ones among them. One that
    /// names others too shows these: leave them out of what you hand to the person.
    /// </summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactStreamFacts")]
    public static Task<IReadOnlyList<KeyedList<StreamFact>>> GetStreamFactsAsync(
        [Parent("Id ClientId")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ListsAsync(contacts, FactsOfPerson.StreamFactsAsync, fact => (fact.OccurredOn, fact.Id), database, cancellationToken);

    /// <summary>What was done when it was erased; null: it is not erased, or was merged into another that was.</summary>
    [BatchResolver]
    public static Task<IReadOnlyList<ContactErasure?>> GetErasureAsync(
        [Parent("Id")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<ContactErasure?>>(
            async (session, token) =>
            {
                Guid[] ids = [.. contacts.Select(contact => contact.Id)];
                var erasures = await session
                    .Db.Set<ContactErasure>()
                    .AsNoTracking()
                    .Where(erasure => ids.Contains(erasure.ContactId))
                    .ToDictionaryAsync(erasure => erasure.ContactId, token);
                return [.. ids.Select(id => erasures.GetValueOrDefault(id))];
            },
            cancellationToken
        );

    private static Task<IReadOnlyList<KeyedList<T>>> ListsAsync<T, TKey>(
        List<Contact> contacts,
        Func<DatabaseSession, Person, CancellationToken, Task<IReadOnlyList<T>>> load,
        Func<T, TKey> keyOf,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
        where TKey : struct, ITuple =>
        database.RunAsync<IReadOnlyList<KeyedList<T>>>(
            async (session, token) =>
            {
                var people = await Person.OfContactsAsync(session, contacts, token);
                var lists = new List<KeyedList<T>>(contacts.Count);
                foreach (var contact in contacts)
                    lists.Add(
                        KeyedList.Of($"{contact.Id}", (await load(session, people[contact.Id], token)).Select(row => (keyOf(row), row)))
                    );
                return lists;
            },
            cancellationToken
        );
}
