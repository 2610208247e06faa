using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Stages;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

/// <summary>A stage that a contact reached on a day. It is worth no money.</summary>
[TenantOwned]
[Node]
internal sealed class ContactStage : StatedFact<ContactStage, ContactStageStatement>, IOfContact, IOfChannel, IOfCampaign
{
    internal static readonly ContactStageRecording Recording = new();

    /// <summary>The contact.</summary>
    [ID<Contact>]
    public Guid? ContactId { get; private set; }

    /// <summary>The stage.</summary>
    public CustomerStage Stage { get; private set; }

    /// <summary>The day on which it was reached, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The channel by which it was reached; null: none is known.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign by which it was reached; null: none is known.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>Whether the client's rules made it of what the contact did. It follows what is recorded, and is neither corrected nor retracted.</summary>
    public bool IsDerived { get; private set; }

    /// <summary>Its key in another system, unique among the stages of the client's contacts; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactStage>(row =>
        {
            row.ToTable("contact_stages", "app");
            row.HasTenantKey();
            row.Property(each => each.ContactId).IsRequired();
            row.RefersTo<ContactStage, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ContactStage, Contact>(each => each.ContactId);
            row.RefersWithinClientTo<ContactStage, Channel>(each => each.ChannelId);
            row.RefersWithinClientTo<ContactStage, Campaign>(each => each.CampaignId);
        });
}
