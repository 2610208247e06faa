using AgencyRoi.Ledger.Entries;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

/// <summary>The result of a revaluation, done or previewed.</summary>
internal sealed class Revaluation(Client client, DateOnly from, bool isPreview, IReadOnlyList<LedgerEntry> entries) : IOfClient
{
    /// <summary>The client.</summary>
    [ID<Client>]
    public ClientId ClientId => client.Id;

    /// <summary>The first day of the facts that were valued again.</summary>
    public DateOnly From => from;

    /// <summary>Whether nothing was posted.</summary>
    public bool IsPreview => isPreview;

    /// <summary>How many facts are worth something else.</summary>
    public int FactCount => entries.Select(entry => entry.SourceId).Distinct().Count();

    /// <summary>The change of the client's own amounts; below zero, what is taken away.</summary>
    public ExactFigures Difference =>
        new(FourTotals.Of(entries.Where(entry => entry.Viewpoint == Viewpoint.Client).Select(RevaluedEntry.SumOf)), client.Currency);

    /// <summary>Each line of a fact that is worth something else, by day.</summary>
    [UsePaging]
    public KeyedList<RevaluedEntry> Entries =>
        KeyedList.Of(
            $"{client.Id} {from:O}",
            entries
                .GroupBy(entry => (entry.SourceKind, entry.SourceId, entry.Viewpoint, entry.Kind.Side, entry.Kind.Code, entry.Unit))
                .Select(line => (line.Key, Entry: new RevaluedEntry([.. line], client.Currency)))
                .Select(line =>
                    (
                        (
                            line.Entry.Day,
                            line.Key.Unit,
                            line.Key.Viewpoint,
                            line.Key.Code,
                            line.Key.Side,
                            line.Key.SourceKind,
                            line.Key.SourceId
                        ),
                        line.Entry
                    )
                )
        );
}

/// <summary>An entry of a fact before and after the revaluation.</summary>
internal sealed class RevaluedEntry(IReadOnlyList<LedgerEntry> entries, string currencyCode)
{
    private readonly LedgerEntry last = entries[^1];

    /// <summary>The kind of fact.</summary>
    public SourceKind SourceKind => last.SourceKind;

    /// <summary>The day it counts on; the first one of what lasts longer.</summary>
    public DateOnly Day => entries.Min(entry => entry.Day);

    /// <summary>Whose return it belongs to.</summary>
    public Viewpoint Viewpoint => last.Viewpoint;

    /// <summary>Value or cost.</summary>
    public EntrySide Side => last.Kind.Side;

    /// <summary>The stream that it is value of; null: a cost, or the agency's fee.</summary>
    public ValueStream? ValueStream => last.Kind.ValueStream;

    /// <summary>The category of a cost, or of the agency's fee; null: value of a stream.</summary>
    public CostCategory? CostCategory => last.Kind.CostCategory;

    /// <summary>The unit that it stands for, such as an order.</summary>
    public string Unit => last.Unit;

    /// <summary>Why it is worth something else.</summary>
    public EntryCause Cause => last.Cause;

    /// <summary>The return class that it was posted in; null: nothing was posted.</summary>
    public ReturnClass? PostedReturnClass => Taken.LastOrDefault()?.Kind.ReturnClass;

    /// <summary>Its return class by the terms of now, which decides in which of the four totals it counts; null: it is worth nothing.</summary>
    public ReturnClass? ReturnClass => Given.LastOrDefault()?.Kind.ReturnClass;

    /// <summary>The amount that was posted, in the client's currency at four places.</summary>
    public Money Posted => Sum(Taken, entry => -entry.Client.Amount);

    /// <summary>The value by the terms of now.</summary>
    public Money Revalued => Sum(Given, entry => entry.Client.Amount);

    /// <summary>The amount that was posted for the adjusted total.</summary>
    public Money PostedAdjusted => Sum(Taken, entry => -entry.Client.Adjusted);

    /// <summary>The amount in the adjusted total by the terms of now.</summary>
    public Money RevaluedAdjusted => Sum(Given, entry => entry.Client.Adjusted);

    private IEnumerable<LedgerEntry> Taken => entries.Where(entry => entry.ReversesVersion is not null);

    private IEnumerable<LedgerEntry> Given => entries.Where(entry => entry.ReversesVersion is null);

    internal static EntrySum SumOf(LedgerEntry entry) => EntrySum.Of(entry.Kind, entry.Client);

    private Money Sum(IEnumerable<LedgerEntry> rows, Func<LedgerEntry, decimal> amount) => new(rows.Sum(amount), currencyCode);
}

/// <summary>Facts whose terms have changed since they were posted. They count as posted until they are revalued.</summary>
/// <param name="FactCount">How many facts are worth something else by the terms of now.</param>
/// <param name="Amount">By how much the client's unadjusted value less its cost would change, at four places.</param>
/// <param name="AdjustedAmount">The same for the value adjusted by evidence.</param>
/// <param name="Difference">By how much each of the client's amounts would change. A value that moves to another line changes totals and no sum.</param>
internal sealed record PendingRevaluation(int FactCount, Money Amount, Money AdjustedAmount, ExactFigures Difference);
