using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Experiments;
using AgencyRoi.Returns.Figures;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Experiments;

[ExtendObjectType<Experiment>]
internal static partial class FindingsOfExperiment
{
    private const string Plan =
        "Id ClientId Design Metric ExpectedBaseline ExpectedDeviation MinimumEffect Significance Power TreatedShare WeeklyUnits UnitValue CampaignId From To";

    /// <summary>What it found: both groups, their difference with interval and p-value, and what may be concluded. One statement for any number of experiments.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<ExperimentFindings>> GetFindingsAsync(
        [Parent(Plan)] List<Experiment> experiments,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var groups = await database.RunAsync((session, token) => GroupSums.LoadAsync(session, experiments, token), cancellationToken);
        return
        [
            .. experiments.Select(experiment =>
                ExperimentReading.Of(
                    experiment,
                    groups.GetValueOrDefault((experiment.Id, ExperimentGroup.Treated)),
                    groups.GetValueOrDefault((experiment.Id, ExperimentGroup.Control))
                )
            ),
        ];
    }
}

[ExtendObjectType<ExperimentFindings>]
internal static partial class ReturnOfExperiment
{
    /// <summary>What the treatment brought beyond what would have come anyway, and its return, beside what the books say of its campaign.</summary>
    [BatchResolver]
    public static async Task<IReadOnlyList<ExperimentReturn>> GetReturnAsync(
        [Parent] List<ExperimentFindings> findings,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var ids = findings.Select(each => each.Experiment.ClientId).Distinct().ToList();
        var (clients, today) = await database.RunAsync(
            async (session, token) =>
                (
                    await session.Db.Set<Client>().Where(client => ids.Contains(client.Id)).ToDictionaryAsync(client => client.Id, token),
                    await ClientDays.TodayAsync(session, ids, time.GetUtcNow(), token)
                ),
            cancellationToken
        );
        var returns = new ExperimentReturn[findings.Count];
        foreach (var alike in findings.Index().GroupBy(each => DaysOf(each.Item.Experiment, today)))
        {
            var sums = alike.Key is { } days
                ? await database.RunAsync(
                    (session, token) =>
                        LedgerSums.ByAsync(
                            session,
                            new SumScope([.. alike.Select(each => each.Item.Experiment.ClientId).Distinct()], days),
                            LedgerDimension.Campaign,
                            token
                        ),
                    cancellationToken
                )
                : [];
            foreach (var (index, found) in alike)
            {
                var client = clients[found.Experiment.ClientId];
                returns[index] = ExperimentReturn.Of(found, client, BookedOf(found.Experiment, alike.Key, client, sums));
            }
        }
        return returns;
    }

    // From the start to the end, or to today.
    private static DateRange? DaysOf(Experiment experiment, IReadOnlyDictionary<ClientId, DateOnly> today) =>
        experiment is { From: { } start, CampaignId: not null }
            ? new DateRange(start, experiment.To ?? (today[experiment.ClientId] < start ? start : today[experiment.ClientId]).AddDays(1))
            : null;

    private static ExperimentRoi? BookedOf(Experiment experiment, DateRange? days, Client client, IReadOnlyList<LedgerSum> sums)
    {
        if (days is not { } period || experiment.CampaignId is not { } campaign)
            return null;
        var scope = FigureScope
            .OfClient(experiment.ClientId, period, Viewpoint.Client, client.Currency)
            .Within(LedgerDimension.Campaign, [campaign.Value]);
        return new(scope, sums.Where(sum => sum.ClientId == experiment.ClientId && sum.DimensionId == campaign.Value).Select(scope.Of));
    }
}
