using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Returns.Figures;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.KeyMetrics;

/// <summary>A figure that was chosen to be shown first.</summary>
[TenantOwned]
[Portal]
internal sealed class KeyMetricChoice : IOfGoal
{
    private KeyMetricChoice() { }

    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    [GraphQLIgnore]
    public ClientId ClientId { get; private init; }

    [GraphQLIgnore]
    public Guid Id { get; private init; }

    [GraphQLIgnore]
    public int Place { get; private init; }

    /// <summary>The figure.</summary>
    public KeyMetricCode Metric { get; private init; }

    /// <summary>The total of the four that ROI_PERCENT, VALUE and NET are of. Null: the figure is of none.</summary>
    public RoiTotal? Total { get; private init; }

    /// <summary>The goal whose progress it is. Null: it is not GOAL_PROGRESS.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private init; }

    /// <summary>The indicator whose units it counts, as somebody wrote it. Null: it is not INDICATOR.</summary>
    public string? Indicator { get; private init; }

    [GraphQLIgnore]
    public DateTimeOffset CreatedAt { get; private init; }

    /// <param name="place">From 1.</param>
    public static KeyMetricChoice Create(AgencyId tenantId, ClientId clientId, KeyMetricInput input, int place, DateTimeOffset now) =>
        new()
        {
            TenantId = tenantId,
            ClientId = clientId,
            Id = Guid.CreateVersion7(now),
            Place = place,
            Metric = input.Metric,
            Total = input.Total,
            GoalId = input.GoalId,
            Indicator = input.Indicator,
            CreatedAt = now,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<KeyMetricChoice>(choice =>
        {
            choice.ToTable("key_metrics", "app");
            choice.HasTenantKey();
            choice.RefersTo<KeyMetricChoice, Client>(row => row.ClientId);
            choice.RefersWithinClientTo<KeyMetricChoice, Goal>(row => row.GoalId);
        });
}

/// <summary>The figures that a client is shown first, in their order.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Choices">At most seven.</param>
internal sealed record KeyMetricList([property: ID<Client>] ClientId ClientId, IReadOnlyList<KeyMetricChoice> Choices) : IOfClient;
