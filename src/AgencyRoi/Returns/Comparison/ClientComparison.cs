using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Returns.Comparison;

/// <summary>Clients side by side, all in the agency's currency.</summary>
internal sealed class ClientComparison(
    ComparisonSpecification asked,
    ComparisonTotals totals,
    IReadOnlyList<ClientComparisonRow> found,
    ComparisonTable table
)
{
    internal FigureScope Scope => totals.Scope;

    /// <summary>All clients that the filter finds, in order; the rows are the first of them.</summary>
    internal IReadOnlyList<ClientComparisonRow> Found => found;

    /// <summary>The days that are compared, in each client's own time zone.</summary>
    public Period Period => new(asked.Days.From, asked.Days.To);

    /// <summary>Whose return is compared.</summary>
    public Viewpoint Viewpoint => asked.Viewpoint;

    /// <summary>ISO 4217: the currency of all amounts, the agency's.</summary>
    public string CurrencyCode => totals.Scope.CurrencyCode;

    /// <summary>The first clients in the order that was asked for.</summary>
    public IReadOnlyList<ClientComparisonRow> Rows { get; } = [.. found.Take(asked.First)];

    /// <summary>The same by the dimension that was asked for, over all clients that the filter finds; empty when none was asked for.</summary>
    public IReadOnlyList<ComparisonGroup> Groups { get; } = table.GroupsOf([.. found.Take(asked.First)]);

    /// <summary>All clients that the filter finds, together, and not only those in the rows.</summary>
    public ComparisonTotals Totals => totals;
}

/// <summary>A client in a comparison.</summary>
internal sealed class ClientComparisonRow(ComparedClient compared, FigureTotals totals, Standing standing)
    : FourFigures(compared.Scope, totals)
{
    /// <summary>A client by itself, as a filter sees it, since nobody knows yet whom the whole holds.</summary>
    public static ClientComparisonRow Alone(ComparedClient compared) =>
        new(compared, FigureTotals.Of(compared.Scope, compared.Exact), Standing.AmongNone);

    /// <summary>The client.</summary>
    public Client Client => compared.Client;

    internal IReadOnlyList<KindSum> Sums => compared.Sums;

    internal IReadOnlyCollection<CostCell> MissingCost => compared.MissingCost;

    internal Standing Standing => standing;
}

/// <summary>Several clients together. Its percentages are ratios of the sums, never means of the clients' percentages.</summary>
internal sealed class ComparisonTotals(int clients, FigureScope scope, IEnumerable<EntrySum> sums) : FourFigures(scope, sums)
{
    /// <summary>How many clients they are.</summary>
    public int ClientCount => clients;
}
