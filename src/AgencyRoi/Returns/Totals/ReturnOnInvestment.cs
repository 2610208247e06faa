using AgencyRoi.Ledger.Sums;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Totals;

/// <summary>The return of a client over a period.</summary>
[GraphQLName("Roi")]
internal sealed class ReturnOnInvestment(FigureScope scope, IReadOnlyList<LedgerSum> sums) : FourFigures(scope, sums.Select(scope.Of))
{
    internal IReadOnlyList<LedgerSum> Sums => sums;

    /// <summary>The days that it covers.</summary>
    public Period Period => new(Scope.Sums.Period.From, Scope.Sums.Period.To);

    /// <summary>ISO 4217: the currency of all its amounts.</summary>
    public string CurrencyCode => Scope.CurrencyCode;

    /// <summary>Whose return it is.</summary>
    public Viewpoint Viewpoint => Scope.Sums.Viewpoint;
}
