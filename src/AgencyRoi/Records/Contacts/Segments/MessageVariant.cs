using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Rows;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>
/// A variant of a message to a segment by a channel. What it brought in money is what the return shows of its campaign: no money is measured of a single message.
/// </summary>
[TenantOwned]
[Node]
internal sealed class MessageVariant : VersionedRow, IOfClient, IOfChannel, IOfCampaign
{
    private MessageVariant() { }

    private MessageVariant(AgencyId tenantId, DateTimeOffset now)
        : base(tenantId, now) { }

    /// <summary>Its client.</summary>
    [ID<Client>]
    public ClientId ClientId { get; private init; }

    /// <summary>The segment that it is for.</summary>
    [ID<AudienceSegment>]
    public Guid? SegmentId { get; private init; }

    /// <summary>The channel that it is sent by.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private init; }

    /// <summary>The campaign whose cost and value it has a part in; null: none.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private init; }

    /// <summary>Its key, unique for the client: results and files name the variant by it.</summary>
    public string Code { get; private init; } = "";

    /// <summary>As the agency calls it.</summary>
    public string Name { get; private set; } = "";

    public static MessageVariant Create(AgencyId tenantId, ClientId clientId, CreateMessageVariantInput input, DateTimeOffset now) =>
        new(tenantId, now)
        {
            ClientId = clientId,
            SegmentId = input.SegmentId,
            ChannelId = input.ChannelId,
            CampaignId = input.CampaignId,
            Code = input.Code,
            Name = input.Name,
        };

    public void Rename(string name, DateTimeOffset now) => (Name, UpdatedAt) = (name, now);

    public static void Map(ModelBuilder model) =>
        model.Entity<MessageVariant>(row =>
        {
            row.ToTable("message_variants", "app");
            row.HasTenantKey();
            row.Property(each => each.SegmentId).IsRequired();
            row.Property(each => each.ChannelId).IsRequired();
            row.RefersTo<MessageVariant, Client>(each => each.ClientId);
            row.RefersWithinClientTo<MessageVariant, AudienceSegment>(each => each.SegmentId);
            row.RefersWithinClientTo<MessageVariant, Channel>(each => each.ChannelId);
            row.RefersWithinClientTo<MessageVariant, Campaign>(each => each.CampaignId);
        });
}
