using AgencyRoi.Metrics.Costs;
using AgencyRoi.Records.SharedCosts;
using AgencyRoi.Terms.EvidencePolicies;
using AgencyRoi.Terms.KpiDefinitions;
using AgencyRoi.Terms.People;
using AgencyRoi.Terms.ReportingDelays;

namespace AgencyRoi.Entry.Demo;

/// <summary>The people, rules and groups of clients of a demo agency. All are made up: each says so in its key, its note, its author or its name.</summary>
internal sealed record AgencyTerms
{
    public IReadOnlyList<CreatePersonInput> People { get; init; } = [];
    public IReadOnlyList<CreateHourlyRateInput> HourlyRates { get; init; } = [];
    public IReadOnlyList<SetKpiDefinitionInput> KpiDefinitions { get; init; } = [];
    public IReadOnlyList<SetReportingDelayInput> ReportingDelays { get; init; } = [];
    public IReadOnlyList<SetEvidencePolicyInput> EvidencePolicies { get; init; } = [];

    /// <summary>Tools that serve all clients, on the house account.</summary>
    public IReadOnlyList<SubscriptionPlan> Subscriptions { get; init; } = [];

    /// <summary>What of them is divided among the clients.</summary>
    public IReadOnlyList<RecordCostAllocationInput> Allocations { get; init; } = [];

    public IReadOnlyList<ClientGroupPlan> ClientGroups { get; init; } = [];
}
