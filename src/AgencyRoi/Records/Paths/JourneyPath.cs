using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Paths;

/// <summary>
/// A path of channels that journeys took, with how many of them converted and how many did not: what analytics tools export where the touches themselves stay with
/// them. An observation: it is read by attribution reports, and is worth no money by itself.
/// </summary>
[TenantOwned]
[Node]
internal sealed class JourneyPath : Observation<JourneyPath, JourneyPathStatement>, IOfGoal
{
    internal static readonly JourneyPathRecording Recording = new();

    [GraphQLIgnore]
    public string Path { get; private set; } = "";

    /// <summary>How many of the journeys converted.</summary>
    public decimal Conversions { get; private set; }

    /// <summary>What the conversions were worth together; null: nobody said.</summary>
    public decimal? Value { get; private set; }

    /// <summary>ISO 4217: what the value is in; null together with the value.</summary>
    public string? Currency { get; private set; }

    /// <summary>How many of the journeys ended without a conversion.</summary>
    public decimal Nulls { get; private set; }

    /// <summary>The goal that the conversions serve; null: none.</summary>
    [ID<Goal>]
    public GoalId? GoalId { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<JourneyPath>(row =>
        {
            row.ToTable("journey_paths", "app");
            row.HasTenantKey();
            row.Property(each => each.Conversions).HasPrecision(20, 4);
            row.Property(each => each.Value).HasPrecision(24, 10);
            row.Property(each => each.Nulls).HasPrecision(20, 4);
            row.RefersTo<JourneyPath, Client>(each => each.ClientId);
            row.RefersWithinClientTo<JourneyPath, Goal>(each => each.GoalId);
        });
}
