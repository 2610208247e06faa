using AgencyRoi.Platform.Database.Notices;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Tokens;

/// <summary>Agencies that were suspended or resumed, by whatever verb on whichever machine: their tokens are looked up anew, and their streams looked after.</summary>
internal sealed class AgencySuspensions(ApiTokenStore store, TokenWatch watch) : NoticeChannel
{
    public override string Name => AgencyRegistry.SuspensionChannel;

    public override void Heard(string payload)
    {
        store.ForgetAll();
        watch.LookNow();
    }

    // What was missed before is noticed within seconds.
    public override void Listening() { }
}
