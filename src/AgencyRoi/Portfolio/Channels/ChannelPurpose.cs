using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>A link of a channel to a purpose of its client that it serves.</summary>
[TenantOwned]
internal sealed class ChannelPurpose
{
    private ChannelPurpose() { }

    public AgencyId TenantId { get; private init; }

    public ClientId ClientId { get; private init; }

    public ChannelId ChannelId { get; private init; }

    public PurposeId PurposeId { get; private init; }

    public static ChannelPurpose Of(Channel channel, PurposeId purposeId) =>
        new()
        {
            TenantId = channel.TenantId,
            ClientId = channel.ClientId,
            ChannelId = channel.Id,
            PurposeId = purposeId,
        };

    public static void Map(ModelBuilder model) =>
        model.Entity<ChannelPurpose>(served =>
        {
            served.ToTable("channel_purposes", "app");
            served.HasKey(row => new
            {
                row.TenantId,
                row.ChannelId,
                row.PurposeId,
            });
            served.RefersWithinClientTo<ChannelPurpose, Channel>(row => row.ChannelId);
            served.RefersWithinClientTo<ChannelPurpose, Purpose>(row => row.PurposeId);
        });
}
