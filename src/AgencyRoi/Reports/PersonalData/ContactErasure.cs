using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Contacts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>
/// An erasure of a person: when, by whom, and how many rows of each kind were made to name nobody. Amounts, days, channels, campaigns and stages stay, so that every sum
/// stays.
/// </summary>
[TenantOwned]
internal sealed class ContactErasure
{
    [GraphQLIgnore]
    public AgencyId TenantId { get; init; }

    [GraphQLIgnore]
    public ClientId ClientId { get; init; }

    [GraphQLIgnore]
    public Guid Id { get; init; }

    [GraphQLIgnore]
    public Guid ContactId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset ErasedAt { get; init; }

    /// <summary>By whom.</summary>
    public string ErasedBy { get; init; } = "";

    /// <summary>The contacts that were one person: the kept one and all that were merged into it. They stay without a key.</summary>
    public int ContactCount { get; init; }

    /// <summary>Keys that were removed.</summary>
    public int KeyCount { get; init; }

    /// <summary>Values of attributes that were removed.</summary>
    public int AttributeCount { get; init; }

    /// <summary>Offers that lost need and reference; code, day, channel, campaign and answer stay, and whether the need was met.</summary>
    public int OfferCount { get; init; }

    /// <summary>Stages that lost their reference; the stage, its day, channel and campaign stay.</summary>
    public int StageCount { get; init; }

    /// <summary>Legal bases that lost source, proof and reference, and ended; purpose, basis and days stay.</summary>
    public int LegalBasisCount { get; init; }

    /// <summary>Touches that lost key, reference, post, site and hour; they stay as a path, in their order and on their days.</summary>
    public int TouchCount { get; init; }

    /// <summary>Conversions that lost their references, description and hour; amount, day, channel, campaign, goal and partner stay.</summary>
    public int SaleCount { get; init; }

    /// <summary>Refunds that lost reference and reason; amount and day stay.</summary>
    public int RefundCount { get; init; }

    /// <summary>Outcomes that lost their references and note; quantity, day, goal, channel and campaign stay.</summary>
    public int OutcomeCount { get; init; }

    /// <summary>Facts of the streams that no longer name the person; of one that named nobody else the reference and the evidence too.</summary>
    public int StreamFactCount { get; init; }

    /// <summary>Entries of the ledger whose unit of value has another name now; no amount is another.</summary>
    public int LedgerEntryCount { get; init; }

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactErasure>(row =>
        {
            row.ToTable("contact_erasures", "app");
            row.HasTenantKey();
            row.RefersTo<ContactErasure, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ContactErasure, Contact>(each => each.ContactId);
        });
}
