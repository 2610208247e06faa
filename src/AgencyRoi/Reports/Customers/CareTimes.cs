using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using Estimate = AgencyRoi.Records.IndirectValue.Estimate;

namespace AgencyRoi.Reports.Customers;

/// <summary>Why a median of hours is not defined.</summary>
internal enum MedianUndefinedReason
{
    /// <summary>There is no case.</summary>
    NoCases,

    /// <summary>Half of the cases or more were never answered: the case in the middle has no time.</summary>
    MostlyUnanswered,

    /// <summary>Of no case was it written down.</summary>
    NotMeasured,
}

/// <summary>A median of hours with its interval.</summary>
/// <param name="CaseCount">The cases that it is the middle of.</param>
/// <param name="Hours">The median, four places. Null: undefined.</param>
/// <param name="Low">
/// The low end of its interval at 95 %, between two of the cases and without a distribution assumed. Null: with fewer than six cases there is none.
/// </param>
/// <param name="High">The high end. Null: there is none, or it lies among the cases that were never answered.</param>
/// <param name="UndefinedReason">Why there is no median. Null: there is one.</param>
internal sealed record MedianHours(long CaseCount, decimal? Hours, decimal? Low, decimal? High, MedianUndefinedReason? UndefinedReason)
{
    // What was never answered took longer than anything that was.
    private const decimal Never = 1_000_000_000_000m;

    public static MedianHours OfAnswers(IReadOnlyCollection<decimal?> hours) =>
        Of([.. hours.Select(each => each ?? Never)], MedianUndefinedReason.NoCases);

    public static MedianHours OfResolutions(IReadOnlyCollection<decimal?> hours) =>
        Of([.. hours.OfType<decimal>()], hours.Count == 0 ? MedianUndefinedReason.NoCases : MedianUndefinedReason.NotMeasured);

    private static MedianHours Of(IReadOnlyCollection<decimal> hours, MedianUndefinedReason ofNone) =>
        Median.Of(hours) is not { } median ? new(0, null, null, null, ofNone)
        // The mean of one that was answered and one that never was is neither.
        : median.Middle >= Never / 2 ? new(hours.Count, null, null, null, MedianUndefinedReason.MostlyUnanswered)
        : new(hours.Count, Shown(median.Middle), Shown(median.Low), Shown(median.High), null);

    private static decimal? Shown(decimal? hours) =>
        hours is { } known && known < Never ? decimal.Round(known, 4, MidpointRounding.AwayFromZero) : null;
}

/// <summary>How fast complaints were answered and solved. A case that was never answered counts as slower than all that were.</summary>
/// <param name="CaseCount">All complaints.</param>
/// <param name="AnsweredCount">Those that were answered.</param>
/// <param name="AnsweredShare">Answered ÷ all, six places, with Wilson's interval at 95 %. Null: there is no case.</param>
/// <param name="InTimeShare">Answered within the hours that the client promised ÷ all, with its interval. Null: there is no case.</param>
/// <param name="FirstAnswer">Hours to the first answer.</param>
/// <param name="Resolution">Hours until the case was solved, of the cases where it was written down.</param>
internal sealed record CareTimes(
    long CaseCount,
    long AnsweredCount,
    Estimate? AnsweredShare,
    Estimate? InTimeShare,
    MedianHours FirstAnswer,
    MedianHours Resolution
)
{
    public static CareTimes Of(IReadOnlyCollection<CareTime> cases)
    {
        var answered = cases.Count(each => each.HoursToAnswer is not null);
        return new(
            CaseCount: cases.Count,
            AnsweredCount: answered,
            ShareOfSample.Of(answered, cases.Count),
            ShareOfSample.Of(cases.Count(each => each.HoursToAnswer <= each.TargetHours), cases.Count),
            MedianHours.OfAnswers([.. cases.Select(each => each.HoursToAnswer)]),
            MedianHours.OfResolutions([.. cases.Select(each => each.HoursToResolution)])
        );
    }
}

/// <summary>How fast complaints of one month were answered and solved.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="CareTimes">Of the cases of its days inside the period.</param>
internal sealed record MonthlyCareTimes(DateOnly Month, CareTimes CareTimes);

/// <summary>The times of one case.</summary>
internal sealed record CareTime(ClientId ClientId, DateOnly Day, decimal? HoursToAnswer, decimal TargetHours, decimal? HoursToResolution)
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Customers.care_times.sql");

    public static async Task<ILookup<ClientId, CareTime>> LoadAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Sql).With(session.TenantId, session.Visible(clients), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cases = new List<CareTime>();
        while (await reader.ReadAsync(cancellationToken))
            cases.Add(new(reader.GetId<ClientId>(0), reader.GetFieldValue<DateOnly>(1), Hours(2), reader.GetDecimal(3), Hours(4)));
        return cases.ToLookup(each => each.ClientId);

        decimal? Hours(int column) => reader.IsDBNull(column) ? null : reader.GetDecimal(column);
    }
}

[ExtendObjectType<Client>]
internal static partial class CareTimesOfClient
{
    /// <summary>How fast complaints were answered and solved: medians with their intervals and samples.</summary>
    /// <param name="period">The days of the cases.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<CareTimes>> GetCareTimesAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var cases = await CasesAsync(clients, period, database, cancellationToken);
        return [.. clients.Select(client => CareTimes.Of([.. cases[client.Id]]))];
    }

    /// <summary>The same of each month with a case, the earliest first.</summary>
    /// <param name="period">The days of the cases.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<MonthlyCareTimes>>> GetCareTimesByMonthAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var cases = await CasesAsync(clients, period, database, cancellationToken);
        return
        [
            .. clients.Select(client =>
                (IReadOnlyList<MonthlyCareTimes>)
                    [
                        .. from each in cases[client.Id]
                        group each by IntervalBuckets.StartOf(each.Day, TimeInterval.Month) into month
                        orderby month.Key
                        select new MonthlyCareTimes(month.Key, CareTimes.Of([.. month])),
                    ]
            ),
        ];
    }

    private static Task<ILookup<ClientId, CareTime>> CasesAsync(
        List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        return database.RunAsync(
            (session, token) => CareTime.LoadAsync(session, clients.Select(client => client.Id).Distinct(), days, token),
            cancellationToken
        );
    }
}
