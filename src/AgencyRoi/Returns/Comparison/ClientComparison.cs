using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

/// <summary>Clients side by side, all in the agency's currency.</summary>
internal sealed class ClientComparison(
    DateRange period,
    Viewpoint viewpoint,
    string currencyCode,
    IReadOnlyList<ClientComparisonRow> rows,
    IReadOnlyList<ComparisonGroup> groups,
    ComparisonTotals totals,
    IReadOnlyList<ClientComparisonRow> found
)
{
    internal FigureScope Scope => totals.Scope;

    /// <summary>All clients that the filter finds, in order; the rows are the first of them.</summary>
    internal IReadOnlyList<ClientComparisonRow> Found => found;

    /// <summary>The days that are compared, in each client's own time zone.</summary>
    public Period Period => new(period.From, period.To);

    /// <summary>Whose return is compared.</summary>
    public Viewpoint Viewpoint => viewpoint;

    /// <summary>ISO 4217: the currency of all amounts, the agency's.</summary>
    public string CurrencyCode => currencyCode;

    /// <summary>The first clients in the order that was asked for.</summary>
    public IReadOnlyList<ClientComparisonRow> Rows => rows;

    /// <summary>The same by the dimension that was asked for, over all clients that the filter finds; empty when none was asked for.</summary>
    public IReadOnlyList<ComparisonGroup> Groups => groups;

    /// <summary>All clients that the filter finds, together, and not only those in the rows.</summary>
    public ComparisonTotals Totals => totals;
}

/// <summary>A client in a comparison.</summary>
internal sealed class ClientComparisonRow(Client client, FigureScope scope, IReadOnlyList<LedgerSum> sums, FigureTotals totals)
    : FourFigures(scope, totals)
{
    /// <summary>A client by itself. Filters see it so, since nobody knows yet whom the whole holds.</summary>
    public static ClientComparisonRow Alone(
        Client client,
        FigureScope scope,
        IReadOnlyList<LedgerSum> sums,
        IReadOnlyCollection<CostCell> missing,
        IReadOnlyCollection<CostCell> undeclared
    ) => new(client, scope, sums, FigureTotals.Of(scope, sums.Select(scope.Of))) { MissingCost = missing, UndeclaredCost = undeclared };

    /// <summary>The same as it is shown among those that are found.</summary>
    public ClientComparisonRow ShownAs(FourTotals shown) =>
        new(client, Scope, sums, Totals with { Shown = shown }) { MissingCost = MissingCost, UndeclaredCost = UndeclaredCost };

    /// <summary>The client.</summary>
    public Client Client => client;

    internal IReadOnlyList<LedgerSum> Sums => sums;

    /// <summary>Cost that is known to be missing.</summary>
    internal required IReadOnlyCollection<CostCell> MissingCost { get; init; }

    /// <summary>Cost of which nobody has said whether there was any.</summary>
    internal required IReadOnlyCollection<CostCell> UndeclaredCost { get; init; }

    internal int? Place { get; set; }

    internal PossibleRank? PossibleRank { get; set; }

    internal UnrankedReason? Unranked { get; set; }
}

/// <summary>Several clients together. Its percentages are ratios of the sums, never means of the clients' percentages.</summary>
internal sealed class ComparisonTotals(int clients, FigureScope scope, IEnumerable<LineSum> sums) : FourFigures(scope, sums)
{
    /// <summary>How many clients they are.</summary>
    public int ClientCount => clients;
}
