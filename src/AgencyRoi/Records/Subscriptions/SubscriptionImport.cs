using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Subscriptions;

internal sealed class SubscriptionImport() : RecordingImport<SubscriptionStatement, Subscription>(SubscriptionRecording.Instance)
{
    public override string Name => "subscriptions";

    protected override SubscriptionStatement Complete(
        SubscriptionStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) => stated with { ClientId = clientId };
}
