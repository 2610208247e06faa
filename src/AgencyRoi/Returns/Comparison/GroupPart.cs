using AgencyRoi.Ledger.Sums;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Comparison;

/// <summary>A value of a dimension and the entries that belong to it.</summary>
/// <param name="Key">Its code; null: what belongs to none.</param>
/// <param name="Narrow">Cuts the scope of a figure to it, so that the figure can be explained.</param>
internal sealed record GroupPart(string? Key, string Label, Func<FigureScope, FigureScope> Narrow, IReadOnlyList<LedgerSum> Sums);
