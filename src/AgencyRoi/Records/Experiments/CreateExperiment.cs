using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Contacts.Profiles;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Experiments;

/// <summary>The plan of an experiment.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Code">Its key, unique for the client: 1 to 50 capital letters, digits and underscores, beginning with a letter.</param>
/// <param name="Name">As the agency calls it.</param>
/// <param name="Question">What it is to answer.</param>
/// <param name="Design">How units come into its groups. It decides how much the result can prove.</param>
/// <param name="Unit">What is put into a group.</param>
/// <param name="Metric">The kind of number that is compared.</param>
/// <param name="MetricName">What is measured of each unit, as "bought within 28 days".</param>
/// <param name="ExpectedBaseline">What the control is expected to show: a share above 0 and below 1, or a mean.</param>
/// <param name="MinimumEffect">The smallest difference that it must be able to find, above zero, in the unit of the metric: 0.02 is two percentage points of a share.</param>
/// <param name="ExpectedDeviation">How far single units are expected to spread, as a standard deviation: of a mean alone, and needed there.</param>
/// <param name="CampaignId">The campaign whose cost the test's return is made with.</param>
/// <param name="UnitValue">What one more unit of the metric is worth, in the client's currency: a unit that did it, or 1 of the mean; after the cost of serving it.</param>
/// <param name="WeeklyUnits">How many units come in a week, both groups together.</param>
/// <param name="StopRule">What ends it before its time.</param>
/// <param name="Significance">How often a test of no difference may find one, from 0.001 to 0.2.</param>
/// <param name="Power">How often the smallest difference is to be found when it is there, from 0.5 to 0.99.</param>
/// <param name="TreatedShare">The share of the units that come into the treated group, from 0.05 to 0.95.</param>
internal sealed record CreateExperimentInput(
    [property: ID<Client>] ClientId ClientId,
    string Code,
    string Name,
    string Question,
    ExperimentDesign Design,
    ExperimentUnit Unit,
    ExperimentMetric Metric,
    string MetricName,
    decimal ExpectedBaseline,
    decimal MinimumEffect,
    decimal? ExpectedDeviation = null,
    [property: ID<Campaign>] CampaignId? CampaignId = null,
    decimal? UnitValue = null,
    decimal? WeeklyUnits = null,
    string? StopRule = null,
    decimal Significance = 0.05m,
    decimal Power = 0.8m,
    decimal TreatedShare = 0.5m
);

[MutationType]
internal static partial class CreateExperiment
{
    private const int MostOfClient = 500;

    /// <summary>
    /// Plans an experiment, which says at once how many units and weeks it needs. The plan is never changed. At most 500 of a client. To repeat it safely, send it again:
    /// when the first was stored, ALREADY_EXISTS at `code` says so.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<Experiment>> CreateExperimentAsync(
        CreateExperimentInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => CreateAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Experiment>> CreateAsync(
        DatabaseSession session,
        CreateExperimentInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        ExperimentChecks.Check(checks, input);
        if (!checks.Passed)
            return checks.Refuse<Experiment>();

        // Two that are made at once are counted one after the other.
        await session.LockAsync("clients", input.ClientId, cancellationToken);
        if (await session.Db.Set<Experiment>().CountAsync(row => row.ClientId == input.ClientId, cancellationToken) >= MostOfClient)
            return BadInputError.At("code", $"A client has at most {MostOfClient} experiments.").Refuse<Experiment>();
        var experiment = Experiment.Create(session.TenantId, input, now);
        if (Experiment.RequiredUnits(experiment) is null)
            return BadInputError
                .At("minimumEffect", "No client has enough units to find so small a difference: look for a larger one.")
                .Refuse<Experiment>();
        session.Db.Add(experiment);
        return await session.SaveAsync(experiment, cancellationToken);
    }
}
