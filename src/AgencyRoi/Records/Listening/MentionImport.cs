using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Listening;

internal sealed class MentionImport()
    : RecordingImport<MentionStatement, Mention>(Mention.Recording, new PartColumn<Channel, ChannelId>("channel"))
{
    public override string Name => "mentions";

    protected override MentionStatement Complete(MentionStatement stated, ImportRow row, ClientId clientId, ImportReferences references) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
        };
}
