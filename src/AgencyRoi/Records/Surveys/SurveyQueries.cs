using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Surveys;

[ObjectType<SurveyAnswer>]
internal static partial class SurveyAnswerFields
{
    [NodeResolver]
    public static Task<SurveyAnswer?> GetSurveyAnswerAsync(Guid id, RowById<SurveyAnswer> answers, CancellationToken cancellationToken) =>
        answers.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class SurveysOfClient
{
    private static readonly ChildList<SurveyAnswer, ClientId> OfClient = new(
        answer => answer.ClientId,
        sort => sort.AddDescending(answer => answer.OccurredOn)
    );

    /// <summary>Answers to surveys of the client, the latest first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<SurveyAnswer>>> GetSurveyAnswersAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<SurveyAnswer> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>
    /// The net promoter score: how many would recommend the client less how many would not. Answers to surveys that ask differently are not one sample:
    /// name the survey.
    /// </summary>
    /// <param name="period">The days to count.</param>
    /// <param name="survey">The survey's name; null: all answers together.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<PromoterScore>> GetPromoterScoreAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        string? survey,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var answers = await AnswersAsync(clients, period, survey, database, cancellationToken);
        return [.. clients.Select(client => PromoterScore.Of(answers[client.Id].Select(each => (each.Score, each.Count))))];
    }

    /// <summary>The net promoter score of each month with an answer, the earliest first.</summary>
    /// <param name="period">The days to count.</param>
    /// <param name="survey">The survey's name; null: all answers together.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<MonthlyPromoterScore>>> GetPromoterScoreByMonthAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        string? survey,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var answers = await AnswersAsync(clients, period, survey, database, cancellationToken);
        return
        [
            .. clients.Select(client =>
                (IReadOnlyList<MonthlyPromoterScore>)
                    [
                        .. from each in answers[client.Id]
                        group (each.Score, each.Count) by IntervalBuckets.StartOf(each.Day, TimeInterval.Month) into month
                        orderby month.Key
                        select new MonthlyPromoterScore(month.Key, PromoterScore.Of(month)),
                    ]
            ),
        ];
    }

    private static Task<ILookup<ClientId, GivenScore>> AnswersAsync(
        List<Client> clients,
        PeriodInput period,
        string? survey,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var name = survey is null ? null : KeyText.Trim(survey);
        var ids = clients.Select(client => client.Id).Distinct().ToList();
        return database.RunAsync(
            async (session, token) =>
                (
                    await session
                        .Db.Set<SurveyAnswer>()
                        .Where(row =>
                            ids.Contains(row.ClientId) && row.OccurredOn >= days.From && row.OccurredOn < days.To && row.RetractedAt == null
                        )
                        .Where(row => name == null || row.Survey == name)
                        .GroupBy(row => new
                        {
                            row.ClientId,
                            row.OccurredOn,
                            row.Score,
                        })
                        .Select(group => new GivenScore(
                            group.Key.ClientId,
                            group.Key.OccurredOn,
                            group.Key.Score,
                            group.Sum(row => row.AnswerCount)
                        ))
                        .ToListAsync(token)
                ).ToLookup(each => each.ClientId),
            cancellationToken
        );
    }

    private sealed record GivenScore(ClientId ClientId, DateOnly Day, int Score, decimal Count);
}
