using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>The one way by which facts of a kind come in: stores drafts that have passed their checks.</summary>
/// <returns>One result per draft, in their order.</returns>
internal delegate Task<IReadOnlyList<FactResult<T>>> FactStore<TDraft, T>(
    DatabaseSession session,
    IReadOnlyList<TDraft> drafts,
    RecordingOptions how,
    CancellationToken cancellationToken
)
    where T : class;

/// <summary>A fact as a mutation states it: checked, and stored as it would be from a file.</summary>
internal static class OneFact
{
    public static async Task<FieldResult<T>> StoreAsync<TDraft, T>(
        DatabaseSession session,
        TDraft draft,
        Action<FactChecks, TDraft> check,
        FactStore<TDraft, T> store,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var checks = new FactChecks(how);
        check(checks, draft);
        return checks.Passed ? (await store(session, [draft], how, cancellationToken))[0].AsFieldResult() : checks.Refuse<T>();
    }
}
