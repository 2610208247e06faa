using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

[ObjectType<TimeEntry>]
internal static partial class TimeEntryFields
{
    [NodeResolver]
    public static Task<TimeEntry?> GetTimeEntryAsync(
        Guid id,
        RowById<TimeEntry> entries,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadAsync(id, entries, database, cancellationToken);

    /// <summary>Who worked.</summary>
    [BindMember(nameof(TimeEntry.PersonId))]
    public static Task<Person> GetPersonAsync(
        [Parent("PersonId")] TimeEntry entry,
        RowById<Person, PersonId> people,
        QueryContext<Person> query,
        CancellationToken cancellationToken
    ) => people.LoadReferredAsync(entry.PersonId, query, cancellationToken);

    /// <summary>The rate by which they were valued; null: a gap, and nothing is posted.</summary>
    [BindMember(nameof(TimeEntry.RateId))]
    public static Task<HourlyRate?> GetRateAsync(
        [Parent("RateId")] TimeEntry entry,
        RowById<HourlyRate> rates,
        QueryContext<HourlyRate> query,
        CancellationToken cancellationToken
    ) => rates.LoadIfReferredAsync(entry.RateId, query, cancellationToken);

    /// <summary>The rate of the overhead; null: none was kept.</summary>
    [BindMember(nameof(TimeEntry.OverheadRateId))]
    public static Task<HourlyRate?> GetOverheadRateAsync(
        [Parent("OverheadRateId")] TimeEntry entry,
        RowById<HourlyRate> rates,
        QueryContext<HourlyRate> query,
        CancellationToken cancellationToken
    ) => rates.LoadIfReferredAsync(entry.OverheadRateId, query, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class TimeOfClient
{
    private static readonly ChildList<TimeEntry, ClientId> TimeEntries = new(
        entry => entry.ClientId,
        sort => sort.AddDescending(entry => entry.OccurredOn)
    );

    /// <summary>
    /// Hours worked for the client, the latest first unless another order is asked for; retracted ones among them. Those without a rate are found by
    /// <c>rateId: { eq: null }</c>. Closed to tokens that are restricted to clients.
    /// </summary>
    [Authorize(Policies.WholeAgency)]
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<TimeEntry>>> GetTimeEntriesAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<TimeEntry> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => TimeEntries.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
