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
using AgencyRoi.Portfolio.Purposes;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Audience;
using AgencyRoi.Records.Completeness;
using AgencyRoi.Records.Costs;
using AgencyRoi.Records.Forecasts;
using AgencyRoi.Records.IndirectValue;
using AgencyRoi.Records.Listening;
using AgencyRoi.Records.Outcomes;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.SharedCosts;
using AgencyRoi.Records.Subscriptions;
using AgencyRoi.Records.TimeEntries;
using AgencyRoi.Records.Traffic;
using AgencyRoi.Records.VolumeMetrics;
using AgencyRoi.Reports.Caveats;
using AgencyRoi.Reports.Comparability;
using AgencyRoi.Reports.Deduplication;
using AgencyRoi.Reports.Duplicates;
using AgencyRoi.Reports.Forecasts;
using AgencyRoi.Reports.LedgerChanges;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Reports.ReportingLag;
using AgencyRoi.Returns.Advertising;
using AgencyRoi.Returns.Comparison;
using AgencyRoi.Returns.Explain;
using AgencyRoi.Returns.Totals;
using AgencyRoi.Terms.EvidencePolicies;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.KpiDefinitions;
using AgencyRoi.Terms.People;
using AgencyRoi.Terms.ReportingDelays;

namespace AgencyRoi;

/// <summary>The modules that make the product, area by area.</summary>
internal static class Modules
{
    public static IReadOnlyList<ProductModule> All { get; } =
    [
        new DatabaseModule(),
        new TenancyModule(),
        new AccessModule(),
        new RateLimitingModule(),
        new ClientsModule(),
        new PurposesModule(),
        new ChannelsModule(),
        new CampaignsModule(),
        new GoalsModule(),
        new BudgetsModule(),
        new ImportsModule(),
        new ExchangeRatesModule(),
        new EvidencePoliciesModule(),
        new PeopleModule(),
        new ReportingDelaysModule(),
        new KpiDefinitionsModule(),
        new OutcomesModule(),
        new CostsModule(),
        new TimeEntriesModule(),
        new SubscriptionsModule(),
        new CompletenessModule(),
        new SharedCostsModule(),
        new SalesModule(),
        new IndirectValueModule(),
        new TrafficModule(),
        new ListeningModule(),
        new AudienceModule(),
        new VolumeMetricsModule(),
        new ForecastsModule(),
        new TotalsModule(),
        new ExplainModule(),
        new AdvertisingModule(),
        new ComparisonModule(),
        new ReportingLagModule(),
        new PeriodsModule(),
        new DeduplicationModule(),
        new DuplicatesModule(),
        new ForecastReportsModule(),
        new ComparabilityModule(),
        new CaveatsModule(),
        new LedgerChangesModule(),
        new ApiModule(),
        new IdeModule(),
    ];
}
