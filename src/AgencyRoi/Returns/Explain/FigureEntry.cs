using System.Text.Json;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Returns.Explain;

/// <summary>An entry of the ledger behind a figure. It is never changed: what was wrong is reversed by an entry that says minus the same.</summary>
[GraphQLName("LedgerEntry")]
internal sealed class FigureEntry(LedgerEntry entry, FigureScope scope) : IOfChannel, IOfCampaign, IOfGoal
{
    private readonly Metrics.LedgerAmounts amounts = scope.InAgencyCurrency ? entry.Agency : entry.Client;

    /// <summary>The day it counts on.</summary>
    public DateOnly Day => entry.Day;

    /// <summary>Value or cost.</summary>
    public EntrySide Side => entry.Kind.Side;

    /// <summary>Where it stands in the four totals.</summary>
    public ReturnClass ReturnClass => entry.Kind.ReturnClass;

    /// <summary>The stream that it is value of; null: a cost, or the agency's fee.</summary>
    public ValueStream? ValueStream => entry.Kind.ValueStream;

    /// <summary>The category of a cost, or of the agency's fee; null: value of a stream.</summary>
    public CostCategory? CostCategory => entry.Kind.CostCategory;

    /// <summary>How well it is proven; null: a cost.</summary>
    public EvidenceGrade? EvidenceGrade => entry.Kind.Grade;

    /// <summary>The basis of the amount; null: a cost.</summary>
    public ValuationBasis? Basis => entry.Kind.Basis;

    /// <summary>The amount that the unadjusted total counts, at four places.</summary>
    public Money? Amount => new Money(amounts.Amount, scope.CurrencyCode);

    /// <summary>The amount that the adjusted total counts, at four places.</summary>
    public Money? AdjustedAmount => new Money(amounts.Adjusted, scope.CurrencyCode);

    /// <summary>The amount in the currency in which it came, before conversion.</summary>
    public Money? OriginalAmount => new Money(entry.OriginalAmount, entry.OriginalCurrency);

    /// <summary>The rate of its day by which it was converted.</summary>
    public decimal Rate => scope.InAgencyCurrency ? entry.AgencyRate : entry.ClientRate;

    /// <summary>The unit that was claimed, such as an order; one unit never counts above 1.</summary>
    public string Unit => entry.Unit;

    /// <summary>The share of the unit that was granted.</summary>
    public decimal Share => entry.Share;

    /// <summary>How many units of its indicator.</summary>
    public decimal Quantity => entry.Quantity;

    /// <summary>The method that made the amount.</summary>
    public string Method => entry.Method;

    /// <summary>Raised when the same fact would give another amount.</summary>
    public int MethodVersion => entry.MethodVersion;

    /// <summary>The inputs of the method.</summary>
    public IReadOnlyList<MethodInput> Inputs =>
        [
            .. JsonSerializer
                .Deserialize<SortedDictionary<string, string>>(entry.Inputs)!
                .Select(input => new MethodInput(input.Key, input.Value)),
        ];

    /// <summary>The kind of fact behind it.</summary>
    public SourceKind SourceKind => entry.SourceKind;

    internal Guid SourceId => entry.SourceId;

    /// <summary>The revision of the fact.</summary>
    public int SourceRevision => entry.SourceRevision;

    /// <summary>Why it was written.</summary>
    public EntryCause Cause => entry.Cause;

    /// <summary>Whether it takes back an earlier entry.</summary>
    public bool IsReversal => entry.ReversesVersion is not null;

    /// <summary>How often its month had been closed when it was written.</summary>
    public int Edition => entry.Edition;

    /// <summary>The posting that wrote it, counted per client.</summary>
    public long LedgerVersion => entry.Version;

    /// <summary>The channel it belongs to; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId => NoDimension.FromColumn<ChannelId>(entry.ChannelId);

    /// <summary>The campaign it belongs to; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId => NoDimension.FromColumn<CampaignId>(entry.CampaignId);

    /// <summary>The goal it belongs to; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId => NoDimension.FromColumn<GoalId>(entry.GoalId);
}

/// <summary>Something that a method was given.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">As text; numbers with a point and without separators.</param>
internal sealed record MethodInput(string Name, string Value);
