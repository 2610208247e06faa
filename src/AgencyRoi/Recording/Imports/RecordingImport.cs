using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Recording.Imports;

/// <summary>An import of facts of one kind, by the way that a mutation records them.</summary>
internal abstract class RecordingImport<TStatement, TFact>(FactRecording<TFact, TStatement> recording)
    : FactImport<TStatement, TFact>((checks, statement) => statement.Check(checks), recording.StoreAsync)
    where TStatement : FactStatement
    where TFact : StatedFact<TFact, TStatement>, new();
