using AgencyRoi.Platform.Database;

namespace AgencyRoi.Ledger.Entries;

/// <summary>A fact that ledger entries come from.</summary>
[UnionType("LedgerSource")]
internal interface ILedgerSource : IIdentified;
