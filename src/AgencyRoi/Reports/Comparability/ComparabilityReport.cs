using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Comparability;

/// <summary>The ground that a comparison rests on.</summary>
internal enum ComparabilityAspect
{
    /// <summary>Whether the same thing was measured in the same way throughout.</summary>
    Definitions,

    /// <summary>Whether sales count by margin for all, or by revenue for all.</summary>
    Basis,

    /// <summary>How amounts came into the agency's currency.</summary>
    Currency,

    /// <summary>Whether all cost is there.</summary>
    Completeness,

    /// <summary>Whether the period is covered and over.</summary>
    Period,

    /// <summary>How well the value is proven.</summary>
    Evidence,
}

/// <summary>How much a finding weighs.</summary>
internal enum ComparabilitySeverity
{
    /// <summary>Figures of these clients should not be set beside the others.</summary>
    NotComparable,

    /// <summary>They may be, with this in mind.</summary>
    Caution,
}

/// <summary>Something that makes figures unlike each other.</summary>
/// <param name="Aspect">What it is about.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Clients">Whom it is about.</param>
/// <param name="Message">What is wrong, in one English sentence.</param>
internal sealed record ComparabilityFinding(
    ComparabilityAspect Aspect,
    ComparabilitySeverity Severity,
    IReadOnlyList<Client> Clients,
    string Message
);

/// <summary>A currency in which a client's facts came, and the rates that brought them into the agency's currency.</summary>
/// <param name="CurrencyCode">ISO 4217.</param>
/// <param name="EntryCount">How many ledger entries.</param>
/// <param name="LowestRate">Units of the agency's currency for one; the lowest of the period.</param>
/// <param name="HighestRate">The highest of the period.</param>
internal sealed record RatesUsed(string CurrencyCode, long EntryCount, decimal LowestRate, decimal HighestRate);

/// <summary>The ground that a client's figures in a comparison rest on.</summary>
/// <param name="Client">The client.</param>
/// <param name="From">The first day of the period with an entry; null: there is none.</param>
/// <param name="To">The first day after the last entry; null: there is none.</param>
/// <param name="EntryDayCount">On how many days there are any.</param>
/// <param name="ProvisionalFrom">The first day whose figures may still change without anybody correcting anything; null: all days are settled.</param>
/// <param name="Rates">The currencies of its facts and the rates used.</param>
/// <param name="Evidence">Its value by grade, the strongest first.</param>
/// <param name="SalesBasis">What its sales stand for: margin, or revenue where no margin is known; null without sales.</param>
/// <param name="CostCategories">The categories in which it has cost.</param>
/// <param name="KnownCostShare">Share of the cost categories in all its months that are filled or declared to be none: 0 to 1. Null: nothing is known of its cost.</param>
/// <param name="Findings">What is to be said about it.</param>
internal sealed record ClientComparability(
    Client Client,
    DateOnly? From,
    DateOnly? To,
    long EntryDayCount,
    DateOnly? ProvisionalFrom,
    IReadOnlyList<RatesUsed> Rates,
    IReadOnlyList<GradeShare> Evidence,
    ValuationBasis? SalesBasis,
    IReadOnlyList<CostCategory> CostCategories,
    decimal? KnownCostShare,
    IReadOnlyList<ComparabilityFinding> Findings
)
{
    /// <summary>False: its figures should not be set beside the others; the findings say why.</summary>
    public bool IsComparable => Findings.All(finding => finding.Severity != ComparabilitySeverity.NotComparable);
}

/// <summary>A report on how far the clients of a comparison can be set side by side.</summary>
/// <param name="Findings">All that is to be said, the gravest first.</param>
/// <param name="DefinitionBreaks">Days in the period on which something began to be measured differently.</param>
/// <param name="Clients">Each client that the comparison finds, in the order of its rows.</param>
internal sealed record ComparabilityReport(
    IReadOnlyList<ComparabilityFinding> Findings,
    IReadOnlyList<DefinitionBreak> DefinitionBreaks,
    [property: ListSize(AssumedSize = 100)] IReadOnlyList<ClientComparability> Clients
)
{
    /// <summary>Whether nothing stands in the way for any of them.</summary>
    public bool IsComparable => Findings.All(finding => finding.Severity != ComparabilitySeverity.NotComparable);
}
