using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Campaigns;

/// <summary>The place of a campaign in the tree of a client's work.</summary>
internal enum CampaignKind
{
    /// <summary>A lasting line of work.</summary>
    Program,

    /// <summary>A part of a program with an aim of its own.</summary>
    Initiative,

    /// <summary>A campaign in the narrow sense.</summary>
    Campaign,

    /// <summary>A piece of content.</summary>
    Content,

    /// <summary>A post or advertisement.</summary>
    Post,
}

/// <summary>A piece of work for a client, from a program down to a single post. Campaigns form a tree.</summary>
[TenantOwned]
[Node]
internal sealed class Campaign : PortfolioRow<CampaignId>
{
    private Campaign() { }

    private Campaign(AgencyId tenantId, ClientId clientId, DateTimeOffset now)
        : base(tenantId, clientId, now) { }

    /// <summary>The id of the campaign it belongs to; null at the top of the tree.</summary>
    [Portal]
    [ID<Campaign>]
    public CampaignId? ParentId { get; private set; }

    /// <summary>The place in the tree.</summary>
    [Portal]
    public CampaignKind Kind { get; private set; }

    /// <summary>As the agency calls it.</summary>
    [Portal]
    public string Name { get; private set; } = "";

    /// <summary>The person who answers for it.</summary>
    public string? Owner { get; private set; }

    /// <summary>Its first day.</summary>
    [Portal]
    public DateOnly? From { get; private set; }

    /// <summary>The first day after it; null: it has no end yet.</summary>
    [Portal]
    public DateOnly? To { get; private set; }

    /// <summary>Its key in another system; unique for the client.</summary>
    public string? ExternalReference { get; private set; }

    public static Campaign Create(AgencyId tenantId, CreateCampaignInput input, DateTimeOffset now) =>
        new(tenantId, input.ClientId, now)
        {
            ParentId = input.ParentId,
            Kind = input.Kind,
            Name = input.Name,
            Owner = input.Owner,
            From = input.From,
            To = input.To,
            ExternalReference = input.ExternalReference,
        };

    public IUserError? Change(UpdateCampaignInput input, DateTimeOffset now)
    {
        var (from, to) = (input.From.Or(From), input.To.Or(To));
        if (from >= to)
            return BadInputError.At("to", RecordedDays.InOrder);

        (From, To) = (from, to);
        Kind = input.Kind ?? Kind;
        Name = input.Name ?? Name;
        Owner = input.Owner.Or(Owner);
        ExternalReference = input.ExternalReference.Or(ExternalReference);
        UpdatedAt = now;
        return null;
    }

    /// <param name="aboveParent">The new parent and everything above it; empty for the top of the tree.</param>
    public IUserError? MoveTo(CampaignId? parentId, IReadOnlyCollection<CampaignId> aboveParent, DateTimeOffset now)
    {
        if (aboveParent.Contains(Id))
            return new CampaignCycleError();
        ParentId = parentId;
        UpdatedAt = now;
        return null;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Campaign>(campaign =>
        {
            campaign.ToTable("campaigns", "app");
            campaign.HasTenantKey();
            campaign.RefersTo<Campaign, Client>(row => row.ClientId);
            campaign.RefersWithinClientTo<Campaign, Campaign>(row => row.ParentId);
        });
}
