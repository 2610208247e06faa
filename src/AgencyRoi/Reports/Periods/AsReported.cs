using System.Text;
using AgencyRoi.Ledger.Closings;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Periods;

/// <summary>A month of a client as it was reported when it was closed. Whatever comes later changes nothing here.</summary>
internal sealed class AsReported(
    ClientId clientId,
    DateOnly month,
    Viewpoint viewpoint,
    string currencyCode,
    Closing closing,
    byte[] document,
    bool isAgencyOpen
)
{
    private readonly IReadOnlyList<ClosedSum> sums = [.. ClosingDocument.Read(document).Where(sum => sum.Viewpoint == viewpoint)];

    internal ClientId ClientId => clientId;
    internal IReadOnlyList<ClosedSum> Sums => sums;
    internal DateRange Days => DateRange.Month(month.Year, month.Month);
    internal FigureScope Scope => FigureScope.OfClient(clientId, Days, viewpoint, currencyCode);

    /// <summary>The first day of the month.</summary>
    public DateOnly Month => month;

    /// <summary>Whose return the figures are. The document holds both viewpoints.</summary>
    public Viewpoint Viewpoint => viewpoint;

    /// <summary>ISO 4217: the currency of all amounts.</summary>
    public string CurrencyCode => currencyCode;

    /// <summary>The closing.</summary>
    public Closing Closing => closing;

    /// <summary>
    /// The document as it was stored: canonical JSON whose bytes in UTF-8 have the closing's hash. Amounts are decimal texts with four places, sums by
    /// viewpoint, side, line, stream, grade, basis, channel, campaign and goal. It holds the agency's margin too, so to a token that is restricted to
    /// clients it is null, with the code FORBIDDEN.
    /// </summary>
    public string? Document => isAgencyOpen ? Encoding.UTF8.GetString(document) : throw AgencyViewpoint.Refused();

    /// <summary>The figures that were reported.</summary>
    public ReportedRoi Figures => new(Scope, ReportedAmounts.RoundingOf(document), [.. sums.Select(sum => (month, sum))]);

    /// <summary>The same before rounding.</summary>
    public ExactFigures Amounts => new(Totals, currencyCode);

    [GraphQLIgnore]
    public FourTotals Totals => FourTotals.Of(sums.Select(sum => sum.InClientCurrency));
}
