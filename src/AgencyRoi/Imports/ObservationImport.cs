using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.Facts;

namespace AgencyRoi.Imports;

/// <summary>An import of observations of one kind.</summary>
internal abstract class ObservationImport<TDraft, T> : FactImport<TDraft, T>
    where TDraft : ObservationDraft
    where T : Observation<TDraft>, new()
{
    protected sealed override void Check(InputChecks checks, TDraft draft) => draft.Check(checks);

    protected sealed override Task<IReadOnlyList<FactResult<T>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TDraft> drafts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => ObservationIntake.StoreAsync<TDraft, T>(session, drafts, now, cancellationToken);
}
