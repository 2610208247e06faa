using AgencyRoi.Database;
using AgencyRoi.GraphQL.Binding;

namespace AgencyRoi.Ledger;

/// <summary>A fact that ledger entries come from.</summary>
[UnionType("LedgerSource")]
internal interface ILedgerSource : IIdentified;
