using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Stages;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.Funnels;

/// <summary>The way of a client's contacts from the first message that reached them to regular customers.</summary>
[GraphQLName("Funnel")]
internal sealed class ClientFunnel(FigureScope scope, FunnelPart whole) : ICountsEntries
{
    internal FigureScope Scope => scope;

    internal FunnelPart Whole => whole;

    /// <summary>The entries of its cost.</summary>
    [GraphQLIgnore]
    public EntryFilter Counted => scope.Entries with { Side = EntrySide.Cost };

    /// <summary>Where it stands among others: its cost as it is rounded together with theirs. Null: it stands by itself.</summary>
    internal decimal? ShownCost { get; init; }

    /// <summary>The days in which contacts entered the steps.</summary>
    [Portal]
    public Period Period => new(scope.Sums.Period.From, scope.Sums.Period.To);

    /// <summary>All that was spent in the period, as <c>roi</c> has it.</summary>
    public Money Cost => scope.Shown(ShownCost ?? whole.Cost);

    /// <summary>The seven steps, from REACHED to REGULAR.</summary>
    [Portal]
    [ListSize(AssumedSize = 7)]
    public IReadOnlyList<FunnelStep> Steps => whole.Steps(scope);

    /// <summary>Contacts of which nothing but UNKNOWN is said, first in the period. They have made no step.</summary>
    [Portal]
    public long UnknownContactCount => whole.Entered(CustomerStage.Unknown);

    /// <summary>Contacts that were first said to be LOST in the period. LOST is no step: they stay in the steps that they had reached.</summary>
    [Portal]
    public long LostContactCount => whole.Entered(CustomerStage.Lost);
}

/// <summary>The counts and the cost that steps are made of: of a client, a channel, a campaign, or several clients together.</summary>
/// <param name="Cost">At the ledger's four places.</param>
internal sealed record FunnelPart(IReadOnlyDictionary<CustomerStage, StepCount> Counts, decimal Cost)
{
    public static FunnelPart Of(IEnumerable<FunnelCount> counts, decimal cost) =>
        new(
            counts
                .GroupBy(count => count.Stage, count => count.Count)
                .ToDictionary(stage => stage.Key, stage => stage.Aggregate((left, right) => left + right)),
            cost
        );

    public long Entered(CustomerStage stage) => Counts.GetValueOrDefault(stage).Entered;

    public IReadOnlyList<FunnelStep> Steps(FigureScope scope) =>
        [.. ContactSteps.All.Select(stage => new FunnelStep(stage, Counts.GetValueOrDefault(stage), scope, Cost))];
}
