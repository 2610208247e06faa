using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Recording.Imports;

/// <summary>An import of observations of one kind.</summary>
internal abstract class ObservationImport<TStatement, T>()
    : FactImport<TStatement, T>((checks, statement) => statement.Check(checks), ObservationIntake.StoreAsync<TStatement, T>)
    where TStatement : ObservationStatement
    where T : Observation<TStatement>, new();
