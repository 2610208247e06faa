using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ReportingDelays;

/// <summary>
/// How long a source of the agency usually takes, from a day on, until what it reports of a day stands. It is never changed: a later one for the same
/// source and day takes its place.
/// </summary>
[TenantOwned]
[Node]
internal sealed class ReportingDelay : DatedRow
{
    private ReportingDelay() { }

    private ReportingDelay(AgencyId tenantId, DateOnly from, int revision, DateTimeOffset now)
        : base(tenantId, from, revision, now) { }

    [GraphQLIgnore]
    public EntrySide Side { get; private init; }

    [GraphQLIgnore]
    public string Source { get; private init; } = "";

    /// <summary>The first day for whose figures it holds; it holds until a later one of the source begins.</summary>
    public override DateOnly EffectiveFrom { get; protected init; }

    /// <summary>Of several for the same source and day the one with the highest number holds.</summary>
    public override int Revision
    {
        get => base.Revision;
        protected init => base.Revision = value;
    }

    /// <summary>How many days pass after a day until its figures stand; for TRAFFIC after the last day of its month.</summary>
    public int Days { get; private init; }

    /// <summary>Why it was set so.</summary>
    public string? Note { get; private init; }

    internal FigureSource Of => new(Side, Source);

    public static ReportingDelay Create(
        AgencyId tenantId,
        FigureSource source,
        SetReportingDelayInput input,
        int revision,
        DateTimeOffset now
    ) =>
        new(tenantId, input.EffectiveFrom, revision, now)
        {
            Side = source.Side,
            Source = source.Code,
            Days = input.Days,
            Note = input.Note,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ReportingDelay>(delay =>
        {
            delay.ToTable("reporting_delays", "app");
            delay.HasTenantKey();
            delay.Ignore(row => row.Of);
        });
}
