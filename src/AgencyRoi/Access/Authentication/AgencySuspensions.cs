using AgencyRoi.Access.Members;
using AgencyRoi.Access.Tokens;
using AgencyRoi.Platform.Database.Notices;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Access.Authentication;

/// <summary>Agencies that were suspended or resumed, by whatever verb on whichever machine: their tokens and members are looked up anew, and their streams looked after.</summary>
internal sealed class AgencySuspensions(ApiTokenStore tokens, MemberStore members, CallerWatch watch) : NoticeChannel
{
    public override string Name => AgencyRegistry.SuspensionChannel;

    public override void Heard(string payload)
    {
        tokens.ForgetAll();
        members.ForgetAll();
        watch.LookNow();
    }

    // What was missed before is noticed within seconds.
    public override void Listening() { }
}
