using AgencyRoi.Platform;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Purposes;

/// <summary>A purpose that a client can be on its channels for.</summary>
internal enum PurposeType
{
    /// <summary>To help customers.</summary>
    CustomerCare,

    /// <summary>To hear what they think of the product.</summary>
    ProductFeedback,

    /// <summary>To find ideas with them.</summary>
    IdeaGeneration,

    /// <summary>To bring them to the shop.</summary>
    PointOfSaleLink,

    /// <summary>To serve them after the sale.</summary>
    PostSaleService,

    /// <summary>To sell through relationships.</summary>
    SocialSelling,

    /// <summary>To be known for something.</summary>
    Brand,

    /// <summary>Something else.</summary>
    Other,
}

/// <summary>Why a client is on its channels at all. Goals show whether it is realised.</summary>
[TenantOwned]
[Node]
internal sealed class Purpose : PortfolioRow<PurposeId>
{
    private Purpose() { }

    private Purpose(AgencyId tenantId, ClientId clientId, DateTimeOffset now)
        : base(tenantId, clientId, now) { }

    /// <summary>The kind of purpose.</summary>
    [Portal]
    public PurposeType Type { get; private set; }

    /// <summary>The discipline that it belongs to. It decides which value streams its goals may use: of BRAND and PR none of sales and conversions.</summary>
    [Portal]
    public Discipline Discipline { get; private set; }

    /// <summary>The change that it is to bring.</summary>
    [Portal]
    public string WhatFor { get; private set; } = "";

    /// <summary>Which problem it solves.</summary>
    [Portal]
    public string Problem { get; private set; } = "";

    /// <summary>For whom.</summary>
    [Portal]
    public string Audience { get; private set; } = "";

    public static Purpose Create(AgencyId tenantId, CreatePurposeInput input, DateTimeOffset now) =>
        new(tenantId, input.ClientId, now)
        {
            Type = input.Type,
            Discipline = input.Discipline ?? Disciplines.Of(input.Type),
            WhatFor = input.WhatFor,
            Problem = input.Problem,
            Audience = input.Audience,
        };

    public void Change(UpdatePurposeInput input, DateTimeOffset now)
    {
        // A new type decides anew, unless the discipline is given.
        Discipline = input.Discipline ?? (input.Type is { } type && type != Type ? Disciplines.Of(type) : Discipline);
        Type = input.Type ?? Type;
        WhatFor = input.WhatFor ?? WhatFor;
        Problem = input.Problem ?? Problem;
        Audience = input.Audience ?? Audience;
        UpdatedAt = now;
    }

    public static void Map(ModelBuilder model) =>
        model.Entity<Purpose>(purpose =>
        {
            purpose.ToTable("purposes", "app");
            purpose.HasTenantKey();
            purpose.RefersTo<Purpose, Client>(row => row.ClientId);
        });
}
