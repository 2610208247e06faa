using AgencyRoi.Metrics.Engagement;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Interactions;

namespace AgencyRoi.Reports.Engagement;

/// <summary>People of a channel in a month, with its interactions and its real audience.</summary>
internal sealed record PeopleOfMonth(ClientId ClientId, ChannelId ChannelId, DateOnly Month, ChannelMonth Counted);

/// <summary>Sums that the ratios of some clients in some days are made of: three statements, however many clients, channels and months.</summary>
internal sealed class EngagementFacts
{
    private static readonly string People = EmbeddedSql.Read("Reports.Engagement.people_of_months.sql");

    private EngagementFacts(DateRange days, IReadOnlyList<InteractionRow> interactions, IReadOnlyList<PeopleOfMonth> people) =>
        (Days, Interactions, PeopleOfMonths) = (days, interactions, people);

    public DateRange Days { get; }

    /// <summary>Of the days.</summary>
    public IReadOnlyList<InteractionRow> Interactions { get; }

    /// <summary>Of whole months within the days, and within the days before them.</summary>
    private IReadOnlyList<PeopleOfMonth> PeopleOfMonths { get; }

    public static async Task<EngagementFacts> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var from = days.Preceding().From;
        var interactions = await InteractionRow.LoadAsync(session, clients, days, cancellationToken);
        var audiences = await AuditedAudiences.LoadAsync(session, clients, days.To, cancellationToken);
        var acts = interactions
            .Where(row => row.Kind.IsActive())
            .GroupBy(row => (row.ChannelId, row.Month))
            .ToDictionary(channel => channel.Key, channel => channel.Sum(row => row.Quantity));
        await using var command = session.Command(People).With(session.TenantId, session.Visible(clients), from, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var people = new List<PeopleOfMonth>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (channel, month) = (reader.GetId<ChannelId>(1), reader.GetFieldValue<DateOnly>(2));
            var counted = new ChannelMonth
            {
                Active = Number(3),
                RepeatedlyActive = Number(4),
                Reached = Number(5),
                ReachedByAmplification = Number(6),
                NonFollowers = Number(7),
                Interactions = acts.TryGetValue((channel, month), out var sum) ? sum : null,
                RealAudience = audiences.Of(channel, month.AddMonths(1)),
            };
            people.Add(new(reader.GetId<ClientId>(0), channel, month, counted));
        }
        return new(days, interactions, people);

        decimal? Number(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
    }

    /// <summary>The same without what others may not see.</summary>
    public EngagementFacts Of(Func<ClientId, DateOnly, bool> isShown) =>
        new(
            Days,
            [.. Interactions.Where(row => isShown(row.ClientId, row.Month))],
            [.. PeopleOfMonths.Where(row => isShown(row.ClientId, row.Month))]
        );

    /// <summary>The same of some clients alone.</summary>
    public EngagementFacts Of(IReadOnlySet<ClientId> clients) => Of((client, _) => clients.Contains(client));

    public EngagementFigures Figures() => Figures(Days, _ => true);

    /// <param name="days">Within those that are known: all of them, or a month's.</param>
    public EngagementFigures Figures(DateRange days, Func<ChannelId, bool> isOf)
    {
        // The first month of the days may begin before them: its rows hold what is within them.
        var first = IntervalBuckets.StartOf(days.From, TimeInterval.Month);
        var rows = Interactions.Where(row => isOf(row.ChannelId) && first <= row.Month && row.Month < days.To).ToList();
        return new(InteractionRow.Together(rows), InteractionRow.Views(rows), Months(days), Months(days.Preceding()));

        IReadOnlyList<ChannelMonth> Months(DateRange whole) =>
            [
                .. PeopleOfMonths
                    .Where(row => isOf(row.ChannelId) && whole.From <= row.Month && row.Month.AddMonths(1) <= whole.To)
                    .Select(row => row.Counted),
            ];
    }

    /// <summary>People whom amplification reached on a channel in a whole month within the days, where they were measured.</summary>
    public IEnumerable<(ChannelId ChannelId, DateOnly Month, decimal People)> AmplifiedMonths(DateRange days) =>
        from row in PeopleOfMonths
        where days.From <= row.Month && row.Month.AddMonths(1) <= days.To
        where row.Counted.ReachedByAmplification is not null
        select (row.ChannelId, row.Month, row.Counted.ReachedByAmplification!.Value); // as the line before says

    /// <summary>Those of which anything was recorded in the days.</summary>
    public IEnumerable<ChannelId> Channels =>
        Interactions
            .Select(row => row.ChannelId)
            .Concat(PeopleOfMonths.Where(row => Days.Contains(row.Month)).Select(row => row.ChannelId))
            .Distinct();
}
