using AgencyRoi.Metrics.TwoSidedValue;
using AgencyRoi.Platform;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.TwoSidedValue;

/// <summary>The consumers' part of the value that consumers and company have together.</summary>
/// <param name="Total">The total of the company's value that is meant.</param>
/// <param name="CompanyNet">The company's value less its cost.</param>
/// <param name="ConsumerShare">
/// The consumers' worth ÷ (their worth + the company's net), six places. The worth is before the consumers' own cost, which is seldom measured. Null: it is not defined.
/// </param>
/// <param name="UndefinedReason">Why there is no share. Null: there is one.</param>
[Portal]
internal sealed record ValueSplit(RoiTotal Total, Money CompanyNet, decimal? ConsumerShare, ConsumerShareUndefinedReason? UndefinedReason)
{
    /// <param name="shown">The net as it is shown.</param>
    /// <param name="exact">The same, not rounded.</param>
    public static ValueSplit Of(RoiTotal total, ConsumerSums consumers, Money shown, decimal exact)
    {
        var share = Metrics.TwoSidedValue.ConsumerShare.Of(consumers, exact);
        return new(total, shown, share.Value, share.Reason);
    }
}

/// <summary>
/// The consumers' side of a client's value and the company's, beside each other. The consumers' worth is no value of the client's: neither side is in the other, and nothing of
/// it is added to a return.
/// </summary>
internal sealed class ClientTwoSidedValue(Client client, IReadOnlyList<ConsumerBenefitRow> rows, ReturnOnInvestment company, RoiTotal total)
{
    private readonly ConsumerSums consumers = Sums(rows);

    internal ClientId ClientId => client.Id;

    internal string Currency => client.Currency;

    internal IReadOnlyList<ConsumerBenefitRow> Rows => rows;

    /// <summary>The days, in the client's time zone.</summary>
    public Period Period => company.Period;

    /// <summary>ISO 4217: the currency of all amounts here, the client's.</summary>
    public string CurrencyCode => client.Currency;

    /// <summary>The consumers' side.</summary>
    public ConsumerFigures Consumers => ConsumerFigures.Of(consumers, client.Currency);

    /// <summary>The company's side: the client's return on what it paid.</summary>
    public ReturnOnInvestment Company => company;

    /// <summary>Both sides together.</summary>
    public ValueSplit Split
    {
        get
        {
            var figure = company.Total(total);
            return ValueSplit.Of(total, consumers, shown: figure.Net, exact: Roi.Net(figure.ExactValue, company.ExactCost));
        }
    }

    /// <summary>Benefits that are left out of everything here, since their day has no exchange rate into the client's currency.</summary>
    public long WithoutRateCount => rows.Where(row => row.Sums is null).Sum(row => row.Benefits);

    /// <summary>The consumers' side by kind, in the order of the kinds; kinds of which nothing was recorded are left out.</summary>
    [ListSize(AssumedSize = 6)]
    public IReadOnlyList<ConsumerFiguresOfKind> ByKind =>
        [.. Parts(rows, row => row.Kind, client.Currency).Select(part => new ConsumerFiguresOfKind(part.Key, part.Figures))];

    /// <summary>The consumers' side by how its worth is known, the strongest first; what was recorded of none is left out.</summary>
    [ListSize(AssumedSize = 3)]
    public IReadOnlyList<ConsumerFiguresOfBasis> ByBasis =>
        [.. Parts(rows, row => row.Basis, client.Currency).Select(part => new ConsumerFiguresOfBasis(part.Key, part.Figures))];

    /// <summary>Rows by something they have, in its order; parts are rounded together.</summary>
    internal static IReadOnlyList<(TKey Key, ConsumerFigures Figures)> Parts<TKey>(
        IEnumerable<ConsumerBenefitRow> rows,
        Func<ConsumerBenefitRow, TKey> keyOf,
        string currency
    )
    {
        var groups = rows.Where(row => row.Sums is not null).GroupBy(keyOf).OrderBy(group => group.Key).ToList();
        var figures = ConsumerFigures.Together(groups.ConvertAll(group => Sums([.. group])), currency);
        return [.. groups.Zip(figures, (group, shown) => (group.Key, shown))];
    }

    internal static ConsumerSums Sums(IReadOnlyList<ConsumerBenefitRow> rows) =>
        ConsumerSums.Together([.. rows.Select(row => row.Sums).OfType<ConsumerSums>()]);
}
