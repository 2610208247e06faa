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

    /// <summary>Its client.</summary>
    public static Task<Client> GetClientAsync(
        [Parent("ClientId")] TimeEntry entry,
        RowById<Client, ClientId> clients,
        CancellationToken cancellationToken
    ) => clients.LoadRequiredAsync(entry.ClientId, cancellationToken);

    /// <summary>Who worked.</summary>
    public static Task<Person> GetPersonAsync(
        [Parent("PersonId")] TimeEntry entry,
        RowById<Person, PersonId> people,
        CancellationToken cancellationToken
    ) => people.LoadRequiredAsync(entry.PersonId, cancellationToken);

    /// <summary>The rate by which they were valued; null: a gap, and nothing is posted.</summary>
    public static Task<HourlyRate?> GetRateAsync(
        [Parent("RateId")] TimeEntry entry,
        RowById<HourlyRate> rates,
        CancellationToken cancellationToken
    ) => rates.LoadIfReferredAsync(entry.RateId, cancellationToken);

    /// <summary>The rate of the overhead; null: none was kept.</summary>
    public static Task<HourlyRate?> GetOverheadRateAsync(
        [Parent("OverheadRateId")] TimeEntry entry,
        RowById<HourlyRate> rates,
        CancellationToken cancellationToken
    ) => rates.LoadIfReferredAsync(entry.OverheadRateId, cancellationToken);
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
