using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Direct;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Experiments;

[ObjectType<Experiment>]
internal static partial class ExperimentFields
{
    private const string Plan = "Metric ExpectedBaseline ExpectedDeviation MinimumEffect Significance Power TreatedShare WeeklyUnits";

    [NodeResolver]
    public static Task<Experiment?> GetExperimentAsync(Guid id, RowById<Experiment> experiments, CancellationToken cancellationToken) =>
        experiments.LoadAsync(id, cancellationToken);

    /// <summary>Where it stands.</summary>
    public static ExperimentStatus GetStatus([Parent("From To")] Experiment experiment) =>
        (experiment.From, experiment.To) switch
        {
            (null, null) => ExperimentStatus.Planned,
            (null, _) => ExperimentStatus.Cancelled,
            (_, null) => ExperimentStatus.Running,
            _ => ExperimentStatus.Ended,
        };

    /// <summary>How many units each group needs at least, for its smallest difference to be found as often as the plan asks.</summary>
    public static decimal GetRequiredUnits([Parent(Plan)] Experiment experiment) =>
        Experiment.RequiredUnits(experiment) ?? throw new InvalidOperationException("An experiment without a size was planned.");

    /// <summary>How many weeks that takes, begun weeks counted whole. Null: it is not known how many units come in a week.</summary>
    public static decimal? GetRequiredWeeks([Parent(Plan)] Experiment experiment) =>
        experiment.WeeklyUnits is { } weekly
            ? decimal.Ceiling(GetRequiredUnits(experiment) / Math.Min(experiment.TreatedShare, 1m - experiment.TreatedShare) / weekly)
            : null;

    /// <summary>What one more unit of the metric is worth: a unit that did it, or 1 of the mean. Null: no money is made of the result.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<Money?>> GetUnitValueAsync(
        [Parent("ClientId UnitValue")] List<Experiment> experiments,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var ids = experiments.Select(experiment => experiment.ClientId).Distinct().ToList();
        var currencies = await database.RunAsync(
            (session, token) =>
                session
                    .Db.Set<Client>()
                    .Where(client => ids.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.Currency, token),
            cancellationToken
        );
        return
        [
            .. experiments.Select(experiment =>
                experiment.UnitValue is { } worth ? new Money(worth, currencies[experiment.ClientId]) : (Money?)null
            ),
        ];
    }
}

[ObjectType<ExperimentResult>]
internal static partial class ExperimentResultFields
{
    [NodeResolver]
    public static Task<ExperimentResult?> GetExperimentResultAsync(
        Guid id,
        RowById<ExperimentResult> results,
        CancellationToken cancellationToken
    ) => results.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class ExperimentsOfClient
{
    private static readonly ChildList<Experiment, ClientId> OfClient = new(
        experiment => experiment.ClientId,
        sort => sort.AddDescending(experiment => experiment.CreatedAt)
    );

    private static readonly ChildList<ExperimentResult, ClientId> ResultsOfClient = new(
        result => result.ClientId,
        sort => sort.AddDescending(result => result.OccurredOn)
    );

    /// <summary>The client's experiments, the last planned first unless another order is asked for.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<Experiment>>> GetExperimentsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<Experiment> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => OfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);

    /// <summary>Results of the client's experiments as they were stated, the last days first unless another order is asked for; retracted ones among them.</summary>
    [BatchResolver]
    [UsePaging]
    [UseFiltering]
    [UseSorting]
    public static Task<IReadOnlyList<Page<ExperimentResult>>> GetExperimentResultsAsync(
        [Parent("Id")] List<Client> clients,
        PagingArguments paging,
        QueryContext<ExperimentResult> query,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) => ResultsOfClient.PagesAsync(database, clients.Select(client => client.Id), paging, query, cancellationToken);
}
