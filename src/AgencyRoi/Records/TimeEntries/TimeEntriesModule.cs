using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Time worked, and the mutations of hourly rates: entries that waited for a rate are posted when it comes.</summary>
internal sealed class TimeEntriesModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(TimeEntryFields), typeof(TimeOfClient), typeof(CreateHourlyRate), typeof(UpdateHourlyRate), typeof(TimeEntryMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new TimeEntryImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, TimeRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<TimeEntry>(SourceKind.TimeEntry) { IsOfWholeAgency = true });
    }

    public void Map(ModelBuilder model) => TimeEntry.Map(model);
}
