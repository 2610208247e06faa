using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>An import of facts of clients: reads statements from rows, checks them, and gives them to the fact's own intake.</summary>
internal abstract class FactImport<TStatement, TFact>(Action<FactChecks, TStatement> check, FactStore<TStatement, TFact> store) : ImportKind
    where TStatement : class
    where TFact : class
{
    public sealed override async Task<IReadOnlyList<FactChange>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<ImportRow> rows,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var references = await ImportReferences.LoadAsync(session, Columns, rows, cancellationToken);
        var statements = new List<(int Place, TStatement Statement)>(rows.Count);
        for (var i = 0; i < rows.Count; i++)
            if (rows[i].IsSound && Read(rows[i], references, how) is { } statement)
                statements.Add((i, statement));

        var changes = new FactChange[rows.Count];
        if (statements.Count == 0)
            return changes;
        var results = await store(session, [.. statements.Select(statement => statement.Statement)], how, cancellationToken);
        for (var i = 0; i < statements.Count; i++)
        {
            changes[statements[i].Place] = results[i].Change;
            rows[statements[i].Place].StandsInNoReturn = results[i].Fact is Fact { IsWithoutEntries: true };
            if (results[i].Doubt is { } doubt)
                rows[statements[i].Place].Doubt([doubt], ColumnOf);
            if (results[i].Error is { } error)
                rows[statements[i].Place].Refuse(error, ColumnOf);
        }
        return changes;
    }

    protected abstract TStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references);

    private TStatement? Read(ImportRow row, ImportReferences references, RecordingOptions how)
    {
        var client = row.RequiredKey(ImportColumn.Client.Name);
        if (references.Client(client) is { } clientId)
        {
            row.ClientZone = references.ZoneOf(clientId);
            var statement = StatementOf(row, clientId, references);
            if (!row.IsSound)
                return null;
            var checks = new FactChecks(how);
            check(checks, statement);
            // What a field is not fails every later rule about it too: the first says what to do.
            foreach (var error in checks.Errors.DistinctBy(error => error.Path is { Count: > 0 } path ? ColumnOf(path[^1]) : ""))
                row.Refuse(error, ColumnOf);
            row.Doubt(checks.Doubts, ColumnOf);
            return row.IsSound ? statement : null;
        }
        if (row.IsSound)
            row.RefuseKey(ImportColumn.Client.Name, client, "There is no such client.");
        return null;
    }

    // "reference" of a piece of evidence is the column "evidence_reference", for which the evidence as a whole stands; a network's code is the column "network",
    // and the id of a contact in a CRM is no reference to something of ours: "crm_id".
    // What the import has no column for is said of the row as a whole.
    private string? ColumnOf(string field)
    {
        var name = field == "evidence" ? "evidence_reference" : ImportColumn.NameOf(field);
        return Columns
            .Select(column => column.Name)
            .FirstOrDefault(column => column == name || column == $"evidence_{name}" || $"{column}_code" == name || column == $"{name}_id");
    }
}
