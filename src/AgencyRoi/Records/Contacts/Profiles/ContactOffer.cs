using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>A contact's answer to an offer.</summary>
internal enum OfferAnswer
{
    /// <summary>The contact took it.</summary>
    Accepted,

    /// <summary>The contact said no.</summary>
    Declined,
}

/// <summary>An offer that was made to a contact on a day, and the answer. It is worth no money: what was bought is a sale.</summary>
[TenantOwned]
[Node]
internal sealed class ContactOffer : StatedFact<ContactOffer, ContactOfferStatement>, IOfContact, IOfClient, IOfChannel, IOfCampaign
{
    internal static readonly ContactOfferRecording Recording = new();

    /// <summary>The contact.</summary>
    [ID<Contact>]
    public Guid? ContactId { get; private set; }

    /// <summary>The code of the offer; offers of one code are counted together.</summary>
    public string OfferCode { get; private set; } = "";

    /// <summary>The day on which it was made, in the client's time zone.</summary>
    public DateOnly OccurredOn { get; private set; }

    /// <summary>The code of the attribute that says the need which it is to answer; null: none was named.</summary>
    public string? NeedCode { get; private set; }

    /// <summary>The value of that attribute which the offer is for.</summary>
    public string? NeedValue { get; private set; }

    /// <summary>The channel by which it was made; null: none is known.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    /// <summary>The campaign that it was part of; null: none is known.</summary>
    [ID<Campaign>]
    public CampaignId? CampaignId { get; private set; }

    /// <summary>The answer; null: there is none yet.</summary>
    public OfferAnswer? Answer { get; private set; }

    /// <summary>The day of the answer, in the client's time zone.</summary>
    public DateOnly? AnsweredOn { get; private set; }

    /// <summary>Its key in another system, unique among the offers to the client's contacts; made by us when none was given.</summary>
    public override string ExternalReference { get; protected init; } = "";

    /// <summary>Of an erased person whether the need was met on the day, as the report counts it; null: attributes say it.</summary>
    [GraphQLIgnore]
    public string? ErasedNeed { get; private set; }

    /// <summary>Of an erased person whether there was a legal basis for marketing on the day; null: the legal bases say it.</summary>
    [GraphQLIgnore]
    public bool? ErasedHasBasis { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<ContactOffer>(row =>
        {
            row.ToTable("contact_offers", "app");
            row.HasTenantKey();
            row.Property(each => each.ContactId).IsRequired();
            row.RefersTo<ContactOffer, Client>(each => each.ClientId);
            row.RefersWithinClientTo<ContactOffer, Contact>(each => each.ContactId);
            row.RefersWithinClientTo<ContactOffer, Channel>(each => each.ChannelId);
            row.RefersWithinClientTo<ContactOffer, Campaign>(each => each.CampaignId);
        });
}
