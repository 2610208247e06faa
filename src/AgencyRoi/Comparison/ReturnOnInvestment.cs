using AgencyRoi.GraphQL.Binding;
using AgencyRoi.Metrics;

namespace AgencyRoi.Comparison;

/// <summary>The return of a client, or of one of its channels, campaigns or goals, over a period.</summary>
[GraphQLName("Roi")]
internal sealed class ReturnOnInvestment(FigureScope scope, IReadOnlyList<LineSum> sums) : FourFigures(scope, sums)
{
    /// <summary>The days that it covers.</summary>
    public Period Period => new(Scope.Sums.Period.From, Scope.Sums.Period.To);

    /// <summary>ISO 4217: the currency of all its amounts.</summary>
    public string CurrencyCode => Scope.CurrencyCode;

    /// <summary>Whose return it is.</summary>
    public Viewpoint Viewpoint => Scope.Sums.Viewpoint;
}
