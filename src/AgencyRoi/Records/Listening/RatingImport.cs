using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Listening;

internal sealed class RatingImport()
    : RecordingImport<RatingStatement, Rating>(Rating.Recording, new PartColumn<Channel, ChannelId>("channel"))
{
    public override string Name => "ratings";

    protected override RatingStatement Complete(RatingStatement stated, ImportRow row, ClientId clientId, ImportReferences references) =>
        stated with
        {
            ClientId = clientId,
            ChannelId = references.Find<ChannelId>(row, "channel", clientId),
        };
}
