using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Attribution;
using AgencyRoi.Terms.AttributionPolicies;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.AttributionRuns;

/// <summary>
/// Attribution of a client that is made in the background, for more journeys than a question has time for. Ask for its state until it is DONE; its report then
/// stays as it was made, whatever is recorded afterwards. The last fifty of a client are kept.
/// </summary>
[TenantOwned]
[Node]
internal sealed class AttributionRun : VersionedRow, IOfClient
{
    private AttributionRun() { }

    private AttributionRun(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    [GraphQLIgnore]
    public DateOnly FromDay { get; private init; }

    [GraphQLIgnore]
    public DateOnly ToDay { get; private init; }

    /// <summary>The records that journeys are read from.</summary>
    public AttributionSource Source { get; private init; }

    /// <summary>The dimension that conversions are credited to.</summary>
    [GraphQLName("by")]
    public AttributionDimension Dimension { get; private init; }

    [GraphQLIgnore]
    public string ModelsText { get; private init; } = "";

    /// <summary>How far it is.</summary>
    public AttributionRunState State { get; private init; }

    /// <summary>Touches and conversions, or paths, that were read so far.</summary>
    public long ReadCount { get; private init; }

    /// <summary>All that there are to read; null: not counted yet.</summary>
    public long? TotalCount { get; private init; }

    [GraphQLIgnore]
    public DateTimeOffset? MakerUntil { get; private init; }

    [GraphQLIgnore]
    public string? ReportText { get; private init; }

    /// <summary>When it was done, or failed; null: it is not.</summary>
    public DateTimeOffset? FinishedAt { get; private init; }

    /// <summary>Since when the client's people see its report in the portal; null: they do not.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    internal IReadOnlyList<AttributionModelInput> Models => StoredJson.Read<IReadOnlyList<AttributionModelInput>>(ModelsText);

    // As it is stored, PostgreSQL writes the text in its own way.
    internal bool IsSameQuestion(AttributionRun other) =>
        (FromDay, ToDay, Source, Dimension) == (other.FromDay, other.ToDay, other.Source, other.Dimension)
        && StoredJson.Write(Models) == StoredJson.Write(other.Models);

    /// <summary>Whether nobody is at work on it, though it is not finished.</summary>
    internal bool IsLeft(DateTimeOffset now) => FinishedAt is null && !(MakerUntil > now);

    public static AttributionRun Create(
        AgencyId tenantId,
        StartAttributionRunInput input,
        IReadOnlyList<AttributionModelInput> models,
        DateTimeOffset now
    ) =>
        new(tenantId, now)
        {
            ClientId = input.ClientId,
            FromDay = input.Period.From,
            ToDay = input.Period.To,
            Source = input.Source,
            Dimension = input.By,
            ModelsText = StoredJson.Write(models),
            State = AttributionRunState.Waiting,
        };

    /// <summary>Shows its report to the client's people. Twice changes nothing.</summary>
    public IUserError? Publish(DateTimeOffset now)
    {
        if (State != AttributionRunState.Done)
            return BadInputError.At("id", "The run is not done: there is no report to show yet.");
        if (PublishedAt is null)
            (PublishedAt, UpdatedAt) = (now, now);
        return null;
    }

    /// <summary>Hides it again.</summary>
    public void Unpublish(DateTimeOffset now)
    {
        if (PublishedAt is not null)
            (PublishedAt, UpdatedAt) = (null, now);
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<AttributionRun>(run =>
        {
            run.ToTable("attribution_runs", "app");
            run.HasTenantKey();
            run.Property(row => row.ModelsText).HasColumnName("models").HasColumnType("jsonb");
            run.Property(row => row.ReportText).HasColumnName("report").HasColumnType("jsonb");
            run.RefersTo<AttributionRun, Client>(row => row.ClientId);
        });
}

/// <summary>The state of a run.</summary>
internal enum AttributionRunState
{
    /// <summary>Nobody has begun with it.</summary>
    Waiting,

    /// <summary>It is being made.</summary>
    Running,

    /// <summary>Its report is there.</summary>
    Done,

    /// <summary>It could not be made; start another one.</summary>
    Failed,
}
