using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Interactions;

/// <summary>
/// How many people acted and were reached on a channel in a month, each person once in it. The people of two months are never added up: the same ones come again. Of
/// several for a channel and month the last one made counts alone.
/// </summary>
[TenantOwned]
[Node]
internal sealed class AudienceActivity : StatedFact<AudienceActivity, AudienceActivityStatement>
{
    internal static readonly ObservationRecording<AudienceActivity, AudienceActivityStatement> Recording = new("audience activity");

    /// <summary>The client's channel.</summary>
    [ID<Channel>]
    public ChannelId ChannelId { get; private set; }

    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>People who did something, each once; null: nobody measured it.</summary>
    public decimal? ActivePeople { get; private set; }

    /// <summary>Those of them who did something more than once; null: nobody measured it.</summary>
    public decimal? RepeatedlyActivePeople { get; private set; }

    /// <summary>People who saw something, each once; null: nobody measured it.</summary>
    public decimal? ReachedPeople { get; private set; }

    /// <summary>Those of them who saw it because others shared it or wrote about it; null: nobody measured it.</summary>
    public decimal? PeopleReachedByAmplification { get; private set; }

    /// <summary>Those of the people reached who did not follow the channel; null: nobody measured it.</summary>
    public decimal? ReachedNonFollowers { get; private set; }

    /// <summary>Its key in another system, unique among the audience activities of the client; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    public static void Map(ModelBuilder model) =>
        model.Entity<AudienceActivity>(row =>
        {
            row.ToTable("audience_activities", "app");
            row.HasTenantKey();
            row.Property(each => each.ActivePeople).HasPrecision(20, 4);
            row.Property(each => each.RepeatedlyActivePeople).HasPrecision(20, 4);
            row.Property(each => each.ReachedPeople).HasPrecision(20, 4);
            row.Property(each => each.PeopleReachedByAmplification).HasPrecision(20, 4);
            row.Property(each => each.ReachedNonFollowers).HasPrecision(20, 4);
            row.RefersTo<AudienceActivity, Client>(each => each.ClientId);
            row.RefersWithinClientTo<AudienceActivity, Channel>(each => each.ChannelId);
        });
}
