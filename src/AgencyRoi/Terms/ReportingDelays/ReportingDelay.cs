using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ReportingDelays;

/// <summary>
/// How long a source of the agency usually takes, from a day on, until what it reports of a day stands. It is never changed: a later one for the same
/// source and day takes its place.
/// </summary>
[TenantOwned]
[Node]
internal sealed class ReportingDelay : IIdentified
{
    private ReportingDelay() { }

    [GraphQLIgnore]
    public AgencyId TenantId { get; private init; }

    /// <summary>The global id.</summary>
    [ID]
    public Guid Id { get; private init; }

    [GraphQLIgnore]
    public EntrySide Side { get; private init; }

    [GraphQLIgnore]
    public string Source { get; private init; } = "";

    /// <summary>The first day for whose figures it holds; it holds until a later one of the source begins.</summary>
    public DateOnly EffectiveFrom { get; private init; }

    /// <summary>Of several for the same source and day the one with the highest number holds.</summary>
    public int Revision { get; private init; }

    /// <summary>How many days pass after a day until its figures stand; for TRAFFIC after the last day of its month.</summary>
    public int Days { get; private init; }

    /// <summary>Why it was set so.</summary>
    public string? Note { get; private init; }

    /// <summary>When it was entered.</summary>
    public DateTimeOffset CreatedAt { get; private init; }

    internal FigureSource Of => new(Side, Source);

    public static ReportingDelay Create(
        AgencyId tenantId,
        FigureSource source,
        SetReportingDelayInput input,
        int revision,
        DateTimeOffset now
    ) =>
        new()
        {
            TenantId = tenantId,
            Id = Guid.CreateVersion7(now),
            Side = source.Side,
            Source = source.Code,
            EffectiveFrom = input.EffectiveFrom,
            Revision = revision,
            Days = input.Days,
            Note = input.Note,
            CreatedAt = now,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ReportingDelay>(delay =>
        {
            delay.ToTable("reporting_delays", "app");
            delay.HasTenantKey();
            delay.Ignore(row => row.Of);
        });
}
