using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Access.Members;

/// <summary>
/// Members who came, were changed or removed, by id: an identity is no business of whoever can listen. It finds nothing in a memory by identity, so all is
/// looked up anew.
/// </summary>
internal sealed class ChangedMembers(MemberStore store, CallerWatch watch) : NoticeChannel
{
    private const string Channel = "member_changed";

    public override string Name => Channel;

    public static Notice Of(Guid memberId) => new(Channel, $"{memberId}");

    public override void Heard(string payload) => LookAgain();

    public override void Listening() => LookAgain();

    private void LookAgain()
    {
        store.ForgetAll();
        watch.LookNow();
    }
}
