using AgencyRoi.Metrics.Experiments;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Records.Experiments;

namespace AgencyRoi.Reports.Experiments;

/// <summary>The sums of one group of an experiment.</summary>
/// <param name="Units">The units that came in.</param>
/// <param name="Successes">Those of them that did it; null where the metric is a mean.</param>
/// <param name="Mean">Their mean and spread; null where the metric is a share.</param>
internal sealed record GroupSums(long Units, long? Successes, GroupMean? Mean)
{
    private static readonly string Sql = EmbeddedSql.Read("Reports.Experiments.experiment_groups.sql");

    public static async Task<IReadOnlyDictionary<(Guid Experiment, ExperimentGroup Group), GroupSums>> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<Experiment> experiments,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(Sql)
            .With(
                session.TenantId,
                session.Visible(experiments.Select(experiment => experiment.ClientId).Distinct()),
                experiments.Select(experiment => experiment.Id).ToArray()
            );
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var groups = new Dictionary<(Guid, ExperimentGroup), GroupSums>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var units = (long)reader.GetDecimal(2);
            groups[(reader.GetGuid(0), EnumCode.Parse<ExperimentGroup>(reader.GetString(1)))] = new(
                units,
                reader.IsDBNull(3) ? null : (long)reader.GetDecimal(3),
                reader.IsDBNull(4)
                    ? null
                    : new GroupMean
                    {
                        Units = units,
                        Mean = reader.GetDecimal(4),
                        Deviation = reader.GetDecimal(5),
                    }
            );
        }
        return groups;
    }
}
