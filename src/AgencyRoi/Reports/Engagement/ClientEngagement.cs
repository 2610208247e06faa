using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Interactions;

namespace AgencyRoi.Reports.Engagement;

/// <summary>Acts with a client's posts and pages, the people whom they reached, and those of them in the client's own database. None of it is value.</summary>
internal sealed class ClientEngagement(ClientId clientId, EngagementFacts facts, IReadOnlyDictionary<ChannelId, Network> networks)
{
    internal ClientId ClientId => clientId;

    internal DateRange Days => facts.Days;

    internal EngagementFacts Facts => facts;

    /// <summary>By the client's channels.</summary>
    internal IReadOnlyDictionary<ChannelId, Network> Networks => networks;

    /// <summary>The days, in the client's time zone.</summary>
    public Period Period => new(Days.From, Days.To);

    /// <summary>All channels together.</summary>
    public EngagementFigures Totals { get; } = facts.Figures();

    /// <summary>The same by month, the earliest first; the first and the last are cut to the days.</summary>
    public IReadOnlyList<EngagementOfMonth> OverTime =>
        [
            .. IntervalBuckets
                .Of(Days, TimeInterval.Month)
                .Select(month => new EngagementOfMonth(new(month.From, month.To), facts.Figures(month, _ => true))),
        ];

    /// <summary>The same by network, in the order of their codes; networks of which nothing was recorded are left out.</summary>
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<EngagementOfNetwork> ByNetwork =>
        [
            .. from channel in facts.Channels
            group channel by networks[channel] into network
            orderby network.Key.Code
            let own = network.ToHashSet()
            select new EngagementOfNetwork(network.Key, facts.Figures(Days, own.Contains)),
        ];

    /// <summary>Interactions by kind, the most frequent first, views among them; kinds of which nothing was recorded are left out.</summary>
    [ListSize(AssumedSize = 11)]
    public IReadOnlyList<EngagementOfKind> ByKind =>
        [
            .. from row in facts.Interactions
            group row by row.Kind into kind
            let own = EngagementOfKind.Of(kind.Key, [.. kind], all: Totals.InteractionCount ?? 0m)
            orderby own.Quantity descending, own.Kind
            select own,
        ];
}

/// <summary>Engagement of the days of one month.</summary>
/// <param name="Period">The month, or those days of it that were asked for.</param>
/// <param name="Figures">The figures; the loop is compared with the month before.</param>
internal sealed record EngagementOfMonth(Period Period, EngagementFigures Figures);

/// <summary>Engagement on one channel.</summary>
/// <param name="ChannelId">The client's channel.</param>
/// <param name="Figures">The figures.</param>
internal sealed record EngagementOfChannel([property: ID<Channel>] ChannelId? ChannelId, EngagementFigures Figures) : IOfChannel;

/// <summary>Engagement on all channels of one network.</summary>
/// <param name="Network">The network.</param>
/// <param name="Figures">The figures.</param>
internal sealed record EngagementOfNetwork(Network Network, EngagementFigures Figures);

/// <summary>Interactions of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsActive">Whether somebody did something: all kinds but views.</param>
/// <param name="IsAmplifying">Whether others come to see it.</param>
/// <param name="Quantity">How often.</param>
/// <param name="PaidQuantity">Those of them that advertising bought.</param>
/// <param name="Share">Of all interactions, views left aside. Null: it is of views, or there are no others.</param>
/// <param name="ClosedLoopShare">Those without an onward step ÷ those of which it was measured.</param>
internal sealed record EngagementOfKind(
    InteractionKind Kind,
    bool IsActive,
    bool IsAmplifying,
    decimal Quantity,
    decimal PaidQuantity,
    decimal? Share,
    EngagementRatio ClosedLoopShare
)
{
    public static EngagementOfKind Of(InteractionKind kind, IReadOnlyList<InteractionRow> rows, decimal all)
    {
        var quantity = rows.Sum(row => row.Quantity);
        return new(
            kind,
            IsActive: kind.IsActive(),
            IsAmplifying: kind.Amplifies(),
            Quantity: quantity,
            PaidQuantity: rows.Sum(row => row.Paid),
            Share: kind.IsActive() && all > 0m ? EngagementRatio.Shown(quantity / all) : null,
            EngagementRatio.Of(
                Metrics.Engagement.EngagementRatios.ClosedLoop(
                    new()
                    {
                        All = quantity,
                        Measured = rows.All(row => row.Measured is null) ? null : rows.Sum(row => row.Measured ?? 0m),
                        Onward = rows.Sum(row => row.Onward),
                    }
                )
            )
        );
    }
}
