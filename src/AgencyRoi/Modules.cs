using AgencyRoi.Access;
using AgencyRoi.Api;
using AgencyRoi.Audience;
using AgencyRoi.Budgets;
using AgencyRoi.Campaigns;
using AgencyRoi.Caveats;
using AgencyRoi.Channels;
using AgencyRoi.Clients;
using AgencyRoi.Comparability;
using AgencyRoi.Comparison;
using AgencyRoi.Completeness;
using AgencyRoi.Costs;
using AgencyRoi.Database;
using AgencyRoi.Duplicates;
using AgencyRoi.Evidence;
using AgencyRoi.ExchangeRates;
using AgencyRoi.Expectations;
using AgencyRoi.Freshness;
using AgencyRoi.Ide;
using AgencyRoi.Imports;
using AgencyRoi.LedgerChanges;
using AgencyRoi.Listening;
using AgencyRoi.Overlaps;
using AgencyRoi.People;
using AgencyRoi.Periods;
using AgencyRoi.Purposes;
using AgencyRoi.Sales;
using AgencyRoi.SharedCosts;
using AgencyRoi.Streams;
using AgencyRoi.Subscriptions;
using AgencyRoi.Tenancy;
using AgencyRoi.Throttling;
using AgencyRoi.Traffic;

namespace AgencyRoi;

/// <summary>What the product is made of.</summary>
internal static class Modules
{
    public static IReadOnlyList<ProductModule> All { get; } =
    [
        new DatabaseModule(),
        new TenancyModule(),
        new AccessModule(),
        new ThrottlingModule(),
        new ClientsModule(),
        new ChannelsModule(),
        new CampaignsModule(),
        new PurposesModule(),
        new ExchangeRatesModule(),
        new CostsModule(),
        new PeopleModule(),
        new SubscriptionsModule(),
        new CompletenessModule(),
        new SharedCostsModule(),
        new BudgetsModule(),
        new SalesModule(),
        new StreamsModule(),
        new EvidenceModule(),
        new PeriodsModule(),
        new TrafficModule(),
        new OverlapsModule(),
        new DuplicatesModule(),
        new AudienceModule(),
        new ListeningModule(),
        new ComparisonModule(),
        new FreshnessModule(),
        new ComparabilityModule(),
        new ExpectationsModule(),
        new CaveatsModule(),
        new LedgerChangesModule(),
        new ImportsModule(),
        new ApiModule(),
        new IdeModule(),
    ];
}
