using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Channels;

/// <summary>A place where a client is present: an account, a page, a site, a shop counter.</summary>
[TenantOwned]
[Node]
internal sealed class Channel : PortfolioRow<ChannelId>
{
    private Channel() { }

    private Channel(AgencyId tenantId, ClientId clientId, DateTimeOffset now)
        : base(tenantId, clientId, now) { }

    [GraphQLIgnore]
    public string? NetworkCode { get; private init; }

    [GraphQLIgnore]
    public Guid? AgencyNetworkId { get; private init; }

    /// <summary>As the agency calls it.</summary>
    [Portal]
    public string Name { get; private set; } = "";

    /// <summary>The account's name on the network, for example <c>@brand</c>.</summary>
    [Portal]
    public string? Handle { get; private set; }

    /// <summary>Its address on the web.</summary>
    [Portal]
    public string? Url { get; private set; }

    /// <summary>Owned, earned or paid.</summary>
    [Portal]
    public ChannelOwnership Ownership { get; private set; }

    /// <summary>The main role.</summary>
    [Portal]
    public ChannelRole Role { get; private set; }

    /// <summary>Whether it is in use.</summary>
    [Portal]
    public LifecycleStage Lifecycle { get; private set; }

    /// <summary>Whether the agency runs it: only then do its sales count as direct value.</summary>
    public bool RunByAgency { get; private set; }

    /// <summary>Its key in another system; unique for the client.</summary>
    public string? ExternalReference { get; private set; }

    /// <param name="ownNetworkId">The agency's own network of that code; null: the code is one of the shared catalogue.</param>
    public static Channel Create(AgencyId tenantId, CreateChannelInput input, Guid? ownNetworkId, DateTimeOffset now) =>
        new(tenantId, input.ClientId, now)
        {
            NetworkCode = ownNetworkId is null ? input.NetworkCode : null,
            AgencyNetworkId = ownNetworkId,
            Name = input.Name,
            Handle = input.Handle,
            Url = input.Url,
            Ownership = input.Ownership,
            Role = input.Role,
            Lifecycle = input.Lifecycle,
            RunByAgency = input.RunByAgency,
            ExternalReference = input.ExternalReference,
        };

    public void Change(UpdateChannelInput input, DateTimeOffset now)
    {
        Name = input.Name ?? Name;
        Handle = input.Handle.Or(Handle);
        Url = input.Url.Or(Url);
        Ownership = input.Ownership ?? Ownership;
        Role = input.Role ?? Role;
        Lifecycle = input.Lifecycle ?? Lifecycle;
        RunByAgency = input.RunByAgency ?? RunByAgency;
        ExternalReference = input.ExternalReference.Or(ExternalReference);
        UpdatedAt = now;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Channel>(channel =>
        {
            channel.ToTable("channels", "app");
            channel.HasTenantKey();
            channel.RefersTo<Channel, Client>(row => row.ClientId);
            channel.RefersTo<Channel, AgencyNetwork>(row => row.AgencyNetworkId);
        });
}
