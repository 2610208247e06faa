using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Access.Tokens;

/// <summary>New tokens, by the public id: whoever asked for that id before has it remembered as unknown, in whichever process.</summary>
internal sealed class IssuedTokens(ApiTokenStore store) : NoticeChannel
{
    private const string Channel = "api_token_issued";

    public override string Name => Channel;

    public static Notice Of(string tokenId) => new(Channel, tokenId);

    public override void Heard(string payload) => store.Forget(payload);

    // What was missed before is forgotten by itself within seconds.
    public override void Listening() { }
}
