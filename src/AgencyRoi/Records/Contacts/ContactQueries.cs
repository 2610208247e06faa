using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

[ObjectType<Contact>]
internal static partial class ContactFields
{
    [NodeResolver]
    public static Task<Contact?> GetContactAsync(Guid id, RowById<Contact> contacts, CancellationToken cancellationToken) =>
        contacts.LoadAsync(id, cancellationToken);

    /// <summary>The keys by which it is known, by kind and then as they were added. What they are is not told.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactKeys")]
    public static Task<IReadOnlyList<KeyedList<ContactKey>>> GetKeysAsync(
        [Parent("Id")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ListsAsync(contacts, ContactParts.KeysAsync, key => ((int)key.Kind, key.CreatedAt, key.Id), database, cancellationToken);

    /// <summary>The stages that it reached, the earliest first; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactStages")]
    public static Task<IReadOnlyList<KeyedList<ContactStage>>> GetStagesAsync(
        [Parent("Id")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        ListsAsync(
            contacts,
            ContactParts.FactsAsync<ContactStage>,
            stage => (stage.OccurredOn, (int)stage.Stage, stage.Id),
            database,
            cancellationToken
        );

    /// <summary>The legal bases for processing its data, the earliest first; ended and retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging(ConnectionName = "contactLegalBases")]
    public static Task<IReadOnlyList<KeyedList<ContactLegalBasis>>> GetLegalBasesAsync(
        [Parent("Id")] List<Contact> contacts,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        ListsAsync(
            contacts,
            ContactParts.FactsAsync<ContactLegalBasis>,
            basis => (basis.EffectiveFrom, (int)basis.Purpose, basis.Id),
            database,
            cancellationToken
        );

    /// <summary>Whether it has a legal basis on a day for its data to be used for a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="on">The day, in the client's time zone.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<bool>> GetMayBeUsedForAsync(
        [Parent("Id")] List<Contact> contacts,
        ProcessingPurpose purpose,
        DateOnly on,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync<IReadOnlyList<bool>>(
            async (session, token) =>
            {
                var owners = await ContactParts.OwnersAsync(session, [.. contacts.Select(contact => contact.Id)], token);
                Guid?[] all = [.. owners.SelectMany(each => each).Distinct().Select(owner => (Guid?)owner)];
                var usable = (
                    await ContactUse
                        .Bases(session, purpose, on)
                        .Where(basis => all.Contains(basis.ContactId))
                        .Select(basis => basis.ContactId)
                        .ToListAsync(token)
                ).ToHashSet();
                return [.. contacts.Select(contact => owners[contact.Id].Any(owner => usable.Contains(owner)))];
            },
            cancellationToken
        );

    private static Task<IReadOnlyList<KeyedList<T>>> ListsAsync<T, TKey>(
        List<Contact> contacts,
        Func<DatabaseSession, IReadOnlyCollection<Guid>, CancellationToken, Task<Func<Guid, IEnumerable<T>>>> load,
        Func<T, TKey> keyOf,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
        where TKey : struct, System.Runtime.CompilerServices.ITuple =>
        database.RunAsync<IReadOnlyList<KeyedList<T>>>(
            async (session, token) =>
            {
                var rowsOf = await load(session, [.. contacts.Select(contact => contact.Id)], token);
                return [.. contacts.Select(contact => KeyedList.Of($"{contact.Id}", rowsOf(contact.Id).Select(row => (keyOf(row), row))))];
            },
            cancellationToken
        );
}

[ObjectType<ContactKey>]
internal static partial class ContactKeyFields
{
    /// <summary>The day on which somebody first stated it, in UTC.</summary>
    public static DateOnly GetStatedOn([Parent("CreatedAt")] ContactKey key) => DateOnly.FromDateTime(key.CreatedAt.UtcDateTime);
}

[ObjectType<ContactStage>]
internal static partial class ContactStageFields
{
    [NodeResolver]
    public static Task<ContactStage?> GetContactStageAsync(Guid id, RowById<ContactStage> stages, CancellationToken cancellationToken) =>
        stages.LoadAsync(id, cancellationToken);

    /// <summary>The contact that it was recorded of, which may be merged into another since.</summary>
    [BindMember(nameof(ContactStage.ContactId))]
    public static Task<Contact> GetContactAsync(
        [Parent("ContactId")] ContactStage stage,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadReferredAsync(stage.ContactId!.Value, query, cancellationToken); // the database asks for it
}

[ObjectType<ContactLegalBasis>]
internal static partial class ContactLegalBasisFields
{
    [NodeResolver]
    public static Task<ContactLegalBasis?> GetContactLegalBasisAsync(
        Guid id,
        RowById<ContactLegalBasis> bases,
        CancellationToken cancellationToken
    ) => bases.LoadAsync(id, cancellationToken);

    /// <summary>The contact that it was recorded of, which may be merged into another since.</summary>
    [BindMember(nameof(ContactLegalBasis.ContactId))]
    public static Task<Contact> GetContactAsync(
        [Parent("ContactId")] ContactLegalBasis basis,
        RowById<Contact> contacts,
        QueryContext<Contact> query,
        CancellationToken cancellationToken
    ) => contacts.LoadReferredAsync(basis.ContactId!.Value, query, cancellationToken); // the database asks for it
}
