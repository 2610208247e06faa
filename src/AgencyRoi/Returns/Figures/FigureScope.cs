using AgencyRoi.Ledger.Sums;
using AgencyRoi.Records.Outcomes;

namespace AgencyRoi.Returns.Figures;

/// <summary>The scope of a figure: the entries that it sums, and the currency in which it does.</summary>
/// <param name="Entries">Finds them all, value and cost, of all lines.</param>
/// <param name="InAgencyCurrency">Whether the agency's currency is meant, or the client's own.</param>
internal sealed record FigureScope(EntryFilter Entries, string CurrencyCode, bool InAgencyCurrency)
{
    private static readonly string[] CostCategories = [.. Enum.GetValues<CostCategory>().Select(EnumCode.Of)];

    public static FigureScope OfClient(ClientId clientId, DateRange period, Viewpoint viewpoint, string currencyCode) =>
        new(new EntryFilter(new SumScope([clientId], period, viewpoint)), currencyCode, InAgencyCurrency: false);

    public SumScope Sums => Entries.Scope;

    /// <summary>The entries that one of the four totals counts, of value and of cost.</summary>
    public EntryFilter Counted(RoiTotal total) => Entries with { ReturnClasses = [.. RoiTotals.ReturnClassesOf(total), ReturnClass.Cost] };

    /// <summary>The value of one stream over the full cost: cost entries carry their category where value has its stream.</summary>
    public FigureScope WithStream(string stream) => this with { Entries = Entries with { Codes = [stream, .. CostCategories] } };

    /// <summary>The value of outcomes that did one thing for people over the full cost; null: the value that is in no action class.</summary>
    public FigureScope WithActionClass(ActionClass? actionClass) =>
        this with
        {
            Entries = Entries with { ActionClasses = [actionClass is { } known ? EnumCode.Of(known) : ""] },
        };

    /// <summary>The part of it that belongs to some channels, campaigns or goals; the nil id stands for none.</summary>
    public FigureScope Within(LedgerDimension dimension, IReadOnlyCollection<Guid> ids) =>
        this with
        {
            Entries = dimension switch
            {
                LedgerDimension.Channel => Entries with { ChannelIds = ids },
                LedgerDimension.Campaign => Entries with { CampaignIds = ids },
                LedgerDimension.Goal => Entries with { GoalIds = ids },
                _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, null),
            },
        };

    /// <summary>The part of it that belongs to some of its clients.</summary>
    public FigureScope OfClients(IReadOnlyCollection<ClientId> ids) =>
        this with
        {
            Entries = Entries with { Scope = Sums with { ClientIds = [.. Sums.ClientIds.Intersect(ids)] } },
        };

    /// <summary>The part of it that belongs to one of its clients; comparisons ask for it once for each of them.</summary>
    public FigureScope OfClient(ClientId id) => this with { Entries = Entries with { Scope = Sums with { ClientIds = [id] } } };

    /// <summary>The part of it that fell into some days of each client.</summary>
    public FigureScope OverSpans(IReadOnlyCollection<ClientSpan> spans)
    {
        var narrowed = OfClients([.. spans.Select(span => span.ClientId).Distinct()]);
        // Days that are all of them need no list in the statements.
        return spans.All(span => span.Days == Sums.Period) ? narrowed : narrowed with { Entries = narrowed.Entries with { Spans = spans } };
    }

    /// <summary>The part of it that fell into some days.</summary>
    public FigureScope During(DateRange days) => this with { Entries = Entries with { Scope = Sums with { Period = days } } };

    public EntrySum Of(LedgerSum sum) => InAgencyCurrency ? sum.InAgencyCurrency : sum.InClientCurrency;

    /// <summary>Amounts are shown at the currency's minor unit; ratios were made before.</summary>
    public Money Shown(decimal amount) => new Money(amount, CurrencyCode).Rounded(MinorUnits.Of(CurrencyCode));
}
