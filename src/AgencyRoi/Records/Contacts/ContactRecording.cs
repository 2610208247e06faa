using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Records.Contacts;

/// <summary>How facts about contacts come in: whom they mean is found by keys, and contacts and keys that are new are stored with them.</summary>
internal class ContactRecording<TFact, TStatement>(string thing) : ObservationRecording<TFact, TStatement>(thing)
    where TFact : StatedFact<TFact, TStatement>, IOfContact, new()
    where TStatement : ContactStatement
{
    protected sealed override async Task<IReadOnlyList<TStatement>> PrepareAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        CancellationToken cancellationToken
    )
    {
        var hashes = await JourneyKeys.OfClientsAsync(
            session,
            [.. statements.Select(statement => statement.ClientId).Distinct()],
            cancellationToken
        );
        var known = await session.KnownAsync<TFact>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        return await ContactFinding.FindAsync(
            session,
            statements,
            hashes,
            known.ToDictionary(fact => fact.Key, fact => fact.Value.ContactId!.Value), // the database asks for it
            cancellationToken
        );
    }

    protected sealed override async Task<Func<TStatement, IUserError?>> RefusalsAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> statements,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var ofContent = await RefusalsOfContentAsync(session, clients, cancellationToken);
        return statement => statement.Found?.Problem ?? ofContent(statement);
    }

    /// <summary>What stands in the way of what is said of a contact that was found.</summary>
    protected virtual Task<Func<TStatement, IUserError?>> RefusalsOfContentAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    ) => Task.FromResult<Func<TStatement, IUserError?>>(_ => null);

    protected sealed override async Task BeforeAsync(
        DatabaseSession session,
        IReadOnlyList<TStatement> taken,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await NewContacts.StoreAsync(session, taken, now, cancellationToken);
        await ContactJourneys.KeyedAsync(session, taken.Where(NamesJourneys).Select(Named), now, cancellationToken);
    }

    // By other keys nobody touches or buys.
    private static bool NamesJourneys(TStatement statement) =>
        statement.Found is { Keys: { } keys } && keys.Any(key => key.Kind is ContactKeyKind.CrmId or ContactKeyKind.Device);

    private static (ClientId, Guid) Named(TStatement statement) => (statement.ClientId, statement.ContactId!.Value); // it was found
}
