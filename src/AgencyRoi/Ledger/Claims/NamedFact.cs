using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;

namespace AgencyRoi.Ledger.Claims;

/// <summary>A fact and the names that it gives the units it claims, without those that it has by a decision.</summary>
internal sealed record NamedFact(ClientId ClientId, Guid SourceId, IReadOnlyList<string> Names)
{
    /// <summary>Whether the ledger holds nothing of it.</summary>
    public bool IsNew { get; private init; }

    public static NamedFact Of(FactPosting posting) =>
        new(posting.ClientId, posting.SourceId, [.. posting.Entries.Where(line => line.IsClaim).SelectMany(NamesOf).Distinct()])
        {
            IsNew = posting.IsOfNewFact,
        };

    public static IReadOnlyList<string> NamesOf(Metrics.Valuation.ValuedEntry line) =>
        line.UnitNames.Count > 0 ? line.UnitNames : [line.Unit];
}
