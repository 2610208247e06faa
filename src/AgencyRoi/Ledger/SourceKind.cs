namespace AgencyRoi.Ledger;

/// <summary>The kinds of fact that post to the ledger.</summary>
internal enum SourceKind
{
    Outcome,
    Cost,
    Sale,
    Refund,
}
