using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Recording.Imports;

/// <summary>An import of observations of one kind.</summary>
internal abstract class ObservationImport<TDraft, T>()
    : FactImport<TDraft, T>((checks, draft) => draft.Check(checks), ObservationIntake.StoreAsync<TDraft, T>)
    where TDraft : ObservationDraft
    where T : Observation<TDraft>, new();
