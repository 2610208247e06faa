using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Surveys;

internal sealed class SurveyAnswerImport()
    : RecordingImport<SurveyAnswerStatement, SurveyAnswer>(SurveyAnswer.Recording, new PartColumn<Channel, ChannelId>("channel"))
{
    public override string Name => "survey-answers";

    protected override SurveyAnswerStatement Complete(
        SurveyAnswerStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) => stated with { ClientId = clientId, ChannelId = references.Find<ChannelId>(row, "channel", clientId) };
}
