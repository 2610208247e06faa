using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Funnels;

/// <summary>Contacts whose first step a channel brought, or of these those whose next step another one brought.</summary>
/// <param name="ChannelId">The channel of the first step; the nil id stands for none.</param>
/// <param name="NextChannelId">The channel of the next step; the nil id stands for none. Null: all first steps, with a next one or without.</param>
/// <param name="Settled">Those of the contacts whose first step is old enough for a further one to be expected.</param>
internal sealed record FunnelFlow(ClientId ClientId, Guid ChannelId, Guid? NextChannelId, long Contacts, long Settled);

/// <summary>Where the channels of funnels lead: one statement for any number of clients.</summary>
internal static class FunnelFlows
{
    private static readonly string Flows = EmbeddedSql.Read("Reports.Funnels.funnel_flows.sql");

    /// <param name="settledOn">Of each client the last day on which a first step is old enough.</param>
    public static async Task<IReadOnlyList<FunnelFlow>> LoadAsync(
        DatabaseSession session,
        SumScope scope,
        IReadOnlyDictionary<ClientId, DateOnly> settledOn,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Flows)
            .With(
                session.TenantId,
                session.Visible(scope.ClientIds),
                scope.Period.From,
                scope.Period.To,
                settledOn.Keys.ToArray(),
                settledOn.Values.ToArray()
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var flows = new List<FunnelFlow>();
        while (await reader.ReadAsync(cancellationToken))
            flows.Add(
                new(
                    reader.GetId<ClientId>(0),
                    reader.GetGuid(1),
                    reader.IsDBNull(2) ? null : reader.GetGuid(2),
                    reader.GetInt64(3),
                    reader.GetInt64(4)
                )
            );
        return flows;
    }
}

/// <summary>The rule by which a channel is a dead end.</summary>
/// <param name="Contacts">How many settled contacts it takes.</param>
/// <param name="Days">How many days a first step lies back that is settled.</param>
internal sealed record DeadEndRule(int Contacts, int Days);

/// <summary>Where some channels lead.</summary>
internal sealed class ChannelOutflow
{
    private const int MostNext = 10;

    private ChannelOutflow(IReadOnlyCollection<FunnelFlow> flows, DeadEndRule rule)
    {
        Settled = flows.Where(flow => flow.NextChannelId is null).Sum(flow => flow.Settled);
        FirstSteps = flows.Where(flow => flow.NextChannelId is null).Sum(flow => flow.Contacts);
        var next = flows.Where(flow => flow.NextChannelId is not null).ToList();
        WentOn = next.Sum(flow => flow.Contacts);
        IsDeadEnd = Settled >= rule.Contacts && next.Sum(flow => flow.Settled) == 0;
        Next =
        [
            .. next.GroupBy(flow => flow.NextChannelId!.Value, flow => flow.Contacts) // those without are left out
                .Select(group => (Id: group.Key, Contacts: group.Sum()))
                .OrderByDescending(group => group.Contacts)
                .ThenBy(group => group.Id)
                .Take(MostNext)
                .Select(group => new NextChannel(NoDimension.FromColumn<ChannelId>(group.Id), group.Contacts)),
        ];
    }

    public long FirstSteps { get; }

    public long WentOn { get; }

    public long Settled { get; }

    public bool IsDeadEnd { get; }

    public IReadOnlyList<NextChannel> Next { get; }

    public static ChannelOutflow Of(IEnumerable<FunnelFlow> flows, DeadEndRule rule) => new([.. flows], rule);
}
