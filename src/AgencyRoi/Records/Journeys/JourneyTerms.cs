using System.Security.Cryptography;
using System.Text;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Terms.AttributionPolicies;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Journeys;

/// <summary>The terms that journeys are credited by: the clients' attribution policies, the look-backs of their goals, and which channels the agency runs.</summary>
internal sealed class JourneyTerms
{
    /// <summary>No touch is older than this when it counts, whatever a policy or a goal says.</summary>
    public static readonly TimeSpan LongestLookBack = TimeSpan.FromDays(365);

    // Another one when journeys are walked or credited by another rule.
    private const string Method = "journeys 1";

    private readonly AttributionPoliciesOfClients policies;
    private readonly Dictionary<GoalId, int> lookBacks;
    private readonly HashSet<ChannelId> runByAgency;

    private JourneyTerms(AttributionPoliciesOfClients policies, Dictionary<GoalId, int> lookBacks, HashSet<ChannelId> runByAgency) =>
        (this.policies, this.lookBacks, this.runByAgency) = (policies, lookBacks, runByAgency);

    public static async Task<JourneyTerms> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var policies = await AttributionPoliciesOfClients.LoadAsync(session, clients, cancellationToken);
        var lookBacks = await session
            .Db.Set<Goal>()
            .Where(goal => clients.Contains(goal.ClientId) && goal.LookBackDays != null)
            .ToDictionaryAsync(goal => goal.Id, goal => goal.LookBackDays!.Value, cancellationToken); // by the filter
        var runByAgency = await session
            .Db.Set<Channel>()
            .Where(channel => clients.Contains(channel.ClientId) && channel.RunByAgency)
            .Select(channel => channel.Id)
            .ToHashSetAsync(cancellationToken);
        return new(policies, lookBacks, runByAgency);
    }

    public TimeSpan LookBackOf(ConversionRow conversion) => TimeSpan.FromDays(DaysOf(conversion));

    /// <summary>How long a journey without a conversion stays open on a day.</summary>
    public TimeSpan LookBackWithoutGoal(ClientId client, DateOnly day) =>
        TimeSpan.FromDays(policies.InForce(client, day)?.LookBackDays ?? AttributionPolicy.UsualLookBackDays);

    /// <summary>The longest look-back of the client, on whatever day and for whatever goal.</summary>
    public TimeSpan LongestOf(ClientId client) =>
        TimeSpan.FromDays(
            policies
                .Of(client)
                .Select(policy => policy.LookBackDays)
                .Concat(lookBacks.Values)
                .Append(AttributionPolicy.UsualLookBackDays)
                .Max()
        );

    /// <summary>A text that is another one when journeys of the client would be counted otherwise.</summary>
    public string FingerprintOf(ClientId client, string timeZone)
    {
        var terms = policies
            .Of(client)
            .Select(policy => $"policy {policy.Id:N}")
            .Concat(lookBacks.Select(goal => $"goal {goal.Key.Value:N} {goal.Value}"))
            .Order(StringComparer.Ordinal)
            .Prepend($"{Method} {timeZone}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', terms))));
    }

    /// <summary>The client's policy on a day; null before the first one.</summary>
    public AttributionPolicy? PolicyOf(ClientId client, DateOnly day) => policies.InForce(client, day);

    public AttributionModelType ModelOf(ConversionRow conversion) =>
        policies.InForce(conversion.ClientId, conversion.Day)?.Model ?? AttributionModelType.LastNonDirectTouch;

    public AttributionModel RuleOf(ConversionRow conversion) =>
        policies.InForce(conversion.ClientId, conversion.Day)?.Rule ?? new LastNonDirectTouch();

    public bool IsAttributed(TouchRow touch) =>
        touch.CampaignId is not null || (touch.ChannelId is { } channel && runByAgency.Contains(channel));

    private int DaysOf(ConversionRow conversion) =>
        conversion.GoalId is { } goal && lookBacks.TryGetValue(goal, out var days)
            ? days
            : policies.InForce(conversion.ClientId, conversion.Day)?.LookBackDays ?? AttributionPolicy.UsualLookBackDays;
}
