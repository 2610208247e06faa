using AgencyRoi.Access;
using AgencyRoi.Access.RateLimiting;
using AgencyRoi.Entry.Api;
using AgencyRoi.Entry.Ide;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Budgets;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Audience;
using AgencyRoi.Records.Completeness;
using AgencyRoi.Records.Costs;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Listening;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.SharedCosts;
using AgencyRoi.Records.Subscriptions;
using AgencyRoi.Records.Traffic;
using AgencyRoi.Reports.Caveats;
using AgencyRoi.Reports.Comparability;
using AgencyRoi.Reports.Deduplication;
using AgencyRoi.Reports.Duplicates;
using AgencyRoi.Reports.Forecasts;
using AgencyRoi.Reports.Freshness;
using AgencyRoi.Reports.LedgerChanges;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Returns.Comparison;
using AgencyRoi.Terms.EvidencePolicies;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;

namespace AgencyRoi;

/// <summary>What the product is made of.</summary>
internal static class Modules
{
    public static IReadOnlyList<ProductModule> All { get; } =
    [
        new DatabaseModule(),
        new TenancyModule(),
        new AccessModule(),
        new RateLimitingModule(),
        new ClientsModule(),
        new ChannelsModule(),
        new CampaignsModule(),
        new GoalsModule(),
        new ExchangeRatesModule(),
        new CostsModule(),
        new PeopleModule(),
        new SubscriptionsModule(),
        new CompletenessModule(),
        new SharedCostsModule(),
        new BudgetsModule(),
        new SalesModule(),
        new IndirectValueModule(),
        new EvidencePoliciesModule(),
        new PeriodsModule(),
        new TrafficModule(),
        new DeduplicationModule(),
        new DuplicatesModule(),
        new AudienceModule(),
        new ListeningModule(),
        new ComparisonModule(),
        new ReportingLagModule(),
        new ComparabilityModule(),
        new ForecastsModule(),
        new CaveatsModule(),
        new LedgerChangesModule(),
        new ImportsModule(),
        new ApiModule(),
        new IdeModule(),
    ];
}
