using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Records.TimeEntries;
using AgencyRoi.Records.Valuation;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.People;

internal sealed class PeopleModule : ProductModule
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(PersonQueries),
        typeof(PersonFields),
        typeof(HourlyRateFields),
        typeof(TimeEntryFields),
        typeof(TimeOfClient),
        typeof(CreatePerson),
        typeof(UpdatePerson),
        typeof(AddHourlyRate),
        typeof(ChangeHourlyRate),
        typeof(RecordTime),
        typeof(CorrectTime),
        typeof(RetractTime),
    ];

    public override IReadOnlyList<ImportKind> Imports { get; } = [new TimeEntryImport()];

    public override void AddServices(IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IRevaluation, TimeRevaluation>();
        services.AddSingleton<LedgerSourceRows>(new LedgerSourceRows<TimeEntry>(SourceKind.TimeEntry) { IsOfWholeAgency = true });
    }

    public override void Map(ModelBuilder model)
    {
        Person.Map(model);
        HourlyRate.Map(model);
        TimeEntry.Map(model);
    }
}
