using AgencyRoi.Platform;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>
/// An import of facts of one kind, by the way that a mutation records them. Its columns are the members of the statement that are in a file, and those
/// that name something to look up.
/// </summary>
internal abstract class RecordingImport<TStatement, TFact>(FactRecording<TFact, TStatement> recording, params ImportColumn[] lookedUp)
    : FactImport<TStatement, TFact>((checks, statement) => statement.Check(checks), recording.StoreAsync)
    where TStatement : FactStatement
    where TFact : StatedFact<TFact, TStatement>, new()
{
    public sealed override IReadOnlyList<ImportColumn> Columns { get; } = [ImportColumn.Client, .. FileColumns<TStatement>.With(lookedUp)];

    protected sealed override TStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        Complete(FileColumns<TStatement>.Read(row), row, clientId, references);

    /// <summary>The statement with what is looked up.</summary>
    /// <param name="stated">What the row says by itself.</param>
    protected abstract TStatement Complete(TStatement stated, ImportRow row, ClientId clientId, ImportReferences references);
}
