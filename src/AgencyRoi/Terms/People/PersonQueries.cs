using AgencyRoi.Access;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Terms.People;

[QueryType]
internal static partial class PersonQueries
{
    private static readonly RowList<HourlyRate> HourlyRates = new(
        static db => db.Set<HourlyRate>(),
        sort => sort.AddDescending(rate => rate.From)
    );
    private static readonly RowList<Person> People = new(static db => db.Set<Person>(), sort => sort.AddAscending(person => person.Name));

    /// <summary>Those who work for the agency, by name unless another order is asked for. Closed to tokens that are restricted to clients.</summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<Person>> GetPeopleAsync(
        PagingArguments paging,
        QueryContext<Person> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => People.PageAsync(database, paging, query, cancellationToken);

    /// <summary>The cost of hours by day, the latest first unless another order is asked for. Closed to tokens that are restricted to clients.</summary>
    [Authorize(Policies.WholeAgency)]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<Page<HourlyRate>> GetHourlyRatesAsync(
        PagingArguments paging,
        QueryContext<HourlyRate> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => HourlyRates.PageAsync(database, paging, query, cancellationToken);
}

[ObjectType<Person>]
internal static partial class PersonFields
{
    [NodeResolver]
    public static Task<Person?> GetPersonAsync(
        PersonId id,
        RowById<Person, PersonId> people,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadAsync(id, people, database, cancellationToken);
}

[ObjectType<HourlyRate>]
internal static partial class HourlyRateFields
{
    /// <summary>The cost of one hour, with up to ten places.</summary>
    public static Money? GetPerHour([Parent("Amount Currency")] HourlyRate rate) => rate.PerHour;

    [NodeResolver]
    public static Task<HourlyRate?> GetHourlyRateAsync(
        Guid id,
        RowById<HourlyRate> rates,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfWholeAgency.LoadFinancesAsync(id, rates, database, cancellationToken);

    /// <summary>The person, when it is for one.</summary>
    [BindMember(nameof(HourlyRate.PersonId))]
    public static Task<Person?> GetPersonAsync(
        [Parent("PersonId")] HourlyRate rate,
        RowById<Person, PersonId> people,
        QueryContext<Person> query,
        CancellationToken cancellationToken
    ) => people.LoadIfReferredAsync(rate.PersonId, query, cancellationToken);
}
