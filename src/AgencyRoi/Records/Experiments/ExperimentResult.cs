using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Experiments;

/// <summary>Results of the units of one group that came into an experiment on one day. An observation: it is worth no money by itself.</summary>
[TenantOwned]
[Node]
internal sealed class ExperimentResult : Observation<ExperimentResult, ExperimentResultStatement>, IOfClient
{
    internal static readonly ExperimentResultRecording Recording = new();

    /// <summary>The code of the experiment.</summary>
    public string ExperimentCode { get; private set; } = "";

    /// <summary>The group that they came into.</summary>
    public ExperimentGroup GroupName { get; private set; }

    /// <summary>How many units came in on the day.</summary>
    public decimal Units { get; private set; }

    /// <summary>Those of them that did it. Null: the metric is a mean.</summary>
    public decimal? Successes { get; private set; }

    /// <summary>The mean over these units. Null: the metric is a share.</summary>
    public decimal? Mean { get; private set; }

    /// <summary>Their standard deviation. Null: the metric is a share.</summary>
    public decimal? Deviation { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<ExperimentResult>(row =>
        {
            row.ToTable("experiment_results", "app");
            row.HasTenantKey();
            row.Property(each => each.Units).HasPrecision(20, 4);
            row.Property(each => each.Successes).HasPrecision(20, 4);
            row.Property(each => each.Mean).HasPrecision(20, 6);
            row.Property(each => each.Deviation).HasPrecision(20, 6);
            row.RefersTo<ExperimentResult, Client>(each => each.ClientId);
        });
}

/// <summary>How results come in: of experiments that the client has, from their start to their end.</summary>
internal sealed class ExperimentResultRecording()
    : ObservationRecording<ExperimentResult, ExperimentResultStatement>("result of an experiment")
{
    protected override async Task<Func<ExperimentResultStatement, IUserError?>> RefusalsAsync(
        DatabaseSession session,
        IReadOnlyList<ExperimentResultStatement> statements,
        IReadOnlyList<ClientId> clients,
        CancellationToken cancellationToken
    )
    {
        var experiments = await session
            .Db.Set<Experiment>()
            .AsNoTracking()
            .Where(experiment => clients.Contains(experiment.ClientId))
            .ToDictionaryAsync(experiment => (experiment.ClientId, experiment.Code), cancellationToken);
        return statement =>
            experiments.TryGetValue((statement.ClientId, statement.ExperimentCode), out var experiment)
                ? statement.ErrorIn(experiment)
                : NotFoundError.Of("experiment", "experimentCode");
    }
}

internal sealed class ExperimentResultImport() : RecordingImport<ExperimentResultStatement, ExperimentResult>(ExperimentResult.Recording)
{
    public override string Name => "experiment-results";

    protected override ExperimentResultStatement Complete(
        ExperimentResultStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) => stated with { ClientId = clientId };
}
