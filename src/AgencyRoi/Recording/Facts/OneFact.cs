using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>The one way by which facts of a kind come in: stores statements that have passed their checks.</summary>
/// <returns>One result per statement, in their order.</returns>
internal delegate Task<IReadOnlyList<FactResult<T>>> FactStore<TStatement, T>(
    DatabaseSession session,
    IReadOnlyList<TStatement> statements,
    RecordingOptions how,
    CancellationToken cancellationToken
)
    where T : class;

/// <summary>A fact as a mutation states it: checked, and stored as it would be from a file.</summary>
internal static class OneFact
{
    public static async Task<FieldResult<T>> StoreAsync<TStatement, T>(
        DatabaseSession session,
        TStatement statement,
        Action<FactChecks, TStatement> check,
        FactStore<TStatement, T> store,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var checks = new FactChecks(how);
        check(checks, statement);
        return checks.Passed ? (await store(session, [statement], how, cancellationToken))[0].AsFieldResult() : checks.Refuse<T>();
    }
}
