using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Audience;

/// <summary>An audit of a channel's audience as somebody states it.</summary>
internal sealed record AudienceAuditStatement : ObservationStatement
{
    /// <summary>The client's channel.</summary>
    [ID<Channel>]
    public required ChannelId ChannelId { get; init; }

    /// <summary>Accounts that follow, as the network says; a whole number.</summary>
    [InFile("Accounts that follow, as the network says; a whole number.")]
    public required decimal GrossFollowers { get; init; }

    /// <summary>Accounts that were looked at; a whole number.</summary>
    [InFile("Accounts that were looked at; a whole number.")]
    public required decimal Sample { get; init; }

    /// <summary>Those of them that are fake or inactive; a whole number.</summary>
    [InFile("Those of them that are fake or inactive; a whole number.")]
    public required decimal Inauthentic { get; init; }

    /// <summary>What they were looked at with.</summary>
    [InFile("What they were looked at with.")]
    public required string Tool { get; init; }

    /// <summary>Where the result is kept.</summary>
    [InFile("Where the result is kept.")]
    public required string Source { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        checks.People(GrossFollowers, "grossFollowers");
        checks.People(Sample, "sample");
        checks.People(Inauthentic, "inauthentic");
        checks.Require(Sample > 0, "sample", "At least one account is looked at.");
        checks.Compare(Inauthentic <= Sample, "inauthentic", "sample", "Not more accounts are fake than were looked at.");
        checks.Compare(Sample <= GrossFollowers, "sample", "grossFollowers", "Not more accounts are looked at than follow.");
        checks.Text(Tool, "tool");
        checks.Text(Source, "source", longest: 2000);
    }
}

/// <summary>Accounts of a channel's audience that somebody looked at. Followers have no value of their own: the real part scales what rests on reach.</summary>
[TenantOwned]
[Node]
internal sealed class AudienceAudit : Observation<AudienceAudit, AudienceAuditStatement>
{
    internal static readonly ObservationRecording<AudienceAudit, AudienceAuditStatement> Recording = new("audience audit");

    /// <summary>The client's channel.</summary>
    [ID<Channel>]
    public ChannelId ChannelId { get; private set; }

    /// <summary>Accounts that follow, as the network says; a whole number.</summary>
    public decimal GrossFollowers { get; private set; }

    /// <summary>Accounts that were looked at; a whole number.</summary>
    public decimal Sample { get; private set; }

    /// <summary>Those of them that are fake or inactive; a whole number.</summary>
    public decimal Inauthentic { get; private set; }

    /// <summary>What they were looked at with.</summary>
    public string Tool { get; private set; } = "";

    /// <summary>Where the result is kept.</summary>
    public string Source { get; private set; } = "";

    public static void Map(ModelBuilder model) =>
        model.Entity<AudienceAudit>(row =>
        {
            row.ToTable("audience_audits", "app");
            row.HasTenantKey();
            row.Property(each => each.GrossFollowers).HasPrecision(20, 4);
            row.Property(each => each.Sample).HasPrecision(20, 4);
            row.Property(each => each.Inauthentic).HasPrecision(20, 4);
            row.RefersTo<AudienceAudit, Client>(each => each.ClientId);
            row.RefersWithinClientTo<AudienceAudit, Channel>(each => each.ChannelId);
        });
}
