using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Contacts.Profiles;

internal sealed class ContactOfferImport()
    : RecordingImport<ContactOfferStatement, ContactOffer>(
        ContactOffer.Recording,
        new PartColumn<Channel, ChannelId>("channel", " by which the offer was made."),
        new PartColumn<Campaign, CampaignId>("campaign", " that the offer was part of.")
    )
{
    public override string Name => "contact-offers";

    protected override ContactOfferStatement Complete(
        ContactOfferStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
            CampaignId = references.Find<CampaignId>(row, "campaign", clientId),
        };
}
