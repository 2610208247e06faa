using AgencyRoi.Metrics.Experiments;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Experiments;

/// <summary>
/// A test with a treated group and a control. Its plan is made before it starts and never changes: a plan that fits what was seen proves nothing. Whoever thinks better of
/// it ends it and plans another one.
/// </summary>
[TenantOwned]
[Node]
internal sealed class Experiment : VersionedRow, IOfClient, IOfCampaign
{
    /// <summary>Of a group: with fewer there is no verdict.</summary>
    internal const int FewestUnits = 30;

    private Experiment() { }

    private Experiment(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>Its key, unique for the client: results and files name the experiment by it.</summary>
    public string Code { get; private init; } = "";

    /// <summary>As the agency calls it.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What it is to answer.</summary>
    public string Question { get; private init; } = "";

    /// <summary>How units come into its groups.</summary>
    public ExperimentDesign Design { get; private init; }

    /// <summary>What is put into a group.</summary>
    public ExperimentUnit Unit { get; private init; }

    /// <summary>The kind of number that is compared.</summary>
    public ExperimentMetric Metric { get; private init; }

    /// <summary>What is measured of each unit, as "bought within 28 days".</summary>
    public string MetricName { get; private init; } = "";

    /// <summary>The campaign whose cost the test's return is made with; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private init; }

    /// <summary>What the control is expected to show: a share from 0 to 1, or a mean.</summary>
    public decimal ExpectedBaseline { get; private init; }

    /// <summary>How far single units are expected to spread, as a standard deviation. Null: the metric is a share.</summary>
    public decimal? ExpectedDeviation { get; private init; }

    /// <summary>The smallest difference that it must be able to find, in the unit of the metric.</summary>
    public decimal MinimumEffect { get; private init; }

    /// <summary>How often a test of no difference may find one, two-sided.</summary>
    public decimal Significance { get; private init; }

    /// <summary>How often the smallest difference is to be found when it is there.</summary>
    public decimal Power { get; private init; }

    /// <summary>The share of the units that come into the treated group.</summary>
    public decimal TreatedShare { get; private init; }

    /// <summary>How many units come in a week, both groups together. Null: not known.</summary>
    public decimal? WeeklyUnits { get; private init; }

    /// <summary>What one more unit of the metric is worth, in the client's currency: a unit that did it, or 1 of the mean. Null: no money is made of the result.</summary>
    [GraphQLIgnore]
    public decimal? UnitValue { get; private init; }

    /// <summary>What ends it before its time.</summary>
    public string? StopRule { get; private init; }

    /// <summary>The first day on which units came in, in the client's time zone. Null: it was not started.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The first day after the last on which units came in, in the client's time zone. Null: it was not ended.</summary>
    public DateOnly? To { get; private set; }

    public static Experiment Create(AgencyId tenantId, CreateExperimentInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            ClientId = input.ClientId,
            Code = input.Code,
            Name = input.Name,
            Question = input.Question,
            Design = input.Design,
            Unit = input.Unit,
            Metric = input.Metric,
            MetricName = input.MetricName,
            CampaignId = input.CampaignId,
            ExpectedBaseline = input.ExpectedBaseline,
            ExpectedDeviation = input.ExpectedDeviation,
            MinimumEffect = input.MinimumEffect,
            Significance = input.Significance,
            Power = input.Power,
            TreatedShare = input.TreatedShare,
            WeeklyUnits = input.WeeklyUnits,
            UnitValue = input.UnitValue,
            StopRule = input.StopRule,
        };

    /// <summary>Starting it again on the same day changes nothing.</summary>
    public IUserError? Start(DateOnly day, DateTimeOffset now)
    {
        if (From == day && To is null)
            return null;
        if (From is not null || To is not null)
            return BadInputError.At("id", "The experiment was started or ended before: plan another one.");
        (From, UpdatedAt) = (day, now);
        return null;
    }

    /// <summary>Ending it again on the same day changes nothing.</summary>
    public IUserError? End(DateOnly day, DateTimeOffset now)
    {
        if (To == day)
            return null;
        if (To is not null)
            return BadInputError.At("id", "The experiment was ended before.");
        if (day <= From)
            return BadInputError.At("to", $"It was started on {From:yyyy-MM-dd}: its end is the first day after its last.");
        (To, UpdatedAt) = (day, now);
        return null;
    }

    /// <summary>How many units the plan asks for in each group, in whichever direction the smallest difference lies. Null: more than any client has.</summary>
    internal static long? RequiredUnits(Experiment experiment)
    {
        var size = new SampleSize((double)experiment.Significance, (double)experiment.Power);
        var (baseline, effect) = ((double)experiment.ExpectedBaseline, (double)experiment.MinimumEffect);
        long?[] wanted = experiment.Metric switch
        {
            ExperimentMetric.Share =>
            [
                .. new[] { baseline + effect, baseline - effect }
                    .Where(share => share is > 0 and < 1)
                    .Select(share => size.ForShares(share, baseline)),
            ],
            ExperimentMetric.Mean => [size.ForMeans((double)experiment.ExpectedDeviation!.Value, effect)], // the database asks for it
            _ => throw new ArgumentOutOfRangeException(nameof(experiment), experiment.Metric, null),
        };
        return wanted.Contains(null) ? null : Math.Max(FewestUnits, wanted.Max()!.Value); // a share has a direction to go in
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Experiment>(row =>
        {
            row.ToTable("experiments", "app");
            row.HasTenantKey();
            row.Property(each => each.ExpectedBaseline).HasPrecision(20, 6);
            row.Property(each => each.ExpectedDeviation).HasPrecision(20, 6);
            row.Property(each => each.MinimumEffect).HasPrecision(20, 6);
            row.Property(each => each.Significance).HasPrecision(4, 3);
            row.Property(each => each.Power).HasPrecision(3, 2);
            row.Property(each => each.TreatedShare).HasPrecision(3, 2);
            row.Property(each => each.WeeklyUnits).HasPrecision(20, 4);
            row.Property(each => each.UnitValue).HasPrecision(20, 4);
            row.RefersTo<Experiment, Client>(each => each.ClientId);
            row.RefersWithinClientTo<Experiment, Campaign>(each => each.CampaignId);
        });
}
