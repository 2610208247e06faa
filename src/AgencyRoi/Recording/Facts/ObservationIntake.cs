using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Recording.Facts;

/// <summary>The one way by which observations come in, from a mutation one at a time and from a file by the thousand.</summary>
internal static class ObservationIntake
{
    public static Task<FieldResult<T>> RecordAsync<TDraft, T>(
        TDraft draft,
        bool expectsNew,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
        where TDraft : ObservationDraft
        where T : Observation<TDraft>, new() =>
        database.RunAsync(
            (session, token) =>
                OneFact.StoreAsync(
                    session,
                    draft,
                    (checks, stated) => stated.Check(checks),
                    StoreAsync<TDraft, T>,
                    new RecordingOptions(time.GetUtcNow(), expectsNew),
                    token
                ),
            cancellationToken
        );

    /// <returns>One result per draft, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<T>>> StoreAsync<TDraft, T>(
        DatabaseSession session,
        IReadOnlyList<TDraft> drafts,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
        where TDraft : ObservationDraft
        where T : Observation<TDraft>, new()
    {
        var clients = drafts.Select(draft => draft.ClientId).Distinct().ToList();
        var mine = await session
            .Db.Set<Client>()
            .Where(client => clients.Contains(client.Id))
            .Select(client => client.Id)
            .ToListAsync(cancellationToken);
        var known = await session.KnownAsync<T>([.. drafts.Select(draft => (draft.ClientId, draft.ExternalReference))], cancellationToken);
        FactResult<T>[] results = [.. drafts.Select(Take)];
        return await session.SaveOrErrorAsync(cancellationToken) is { } refused
            ? [.. drafts.Select(_ => FactResult<T>.Refused(refused))]
            : results;

        FactResult<T> Take(TDraft draft)
        {
            if (!mine.Contains(draft.ClientId))
                return FactResult<T>.Refused(NotFoundError.Of("client", "clientId"));
            if (!known.TryGetValue((draft.ClientId, draft.ExternalReference), out var row))
            {
                session.Db.Add(row = Observation<TDraft>.Record<T>(session.TenantId, draft, how.Now));
                return new(FactChange.Created, row, null);
            }
            if (row.Says(draft))
                return new(FactChange.Unchanged, row, null);
            if (how.ErrorFor(row) is { } taken)
                return FactResult<T>.Refused(taken);
            row.Revise(draft, how.Now);
            return new(FactChange.Updated, row, null);
        }
    }
}
