using AgencyRoi.Database.Notices;

namespace AgencyRoi.Access;

/// <summary>Revocations, by the public id of the token: nobody's memory of it outlives them by long, in no process.</summary>
internal sealed class RevokedTokens(ApiTokenStore store, TokenWatch watch) : NoticeChannel
{
    private const string Channel = "api_token_revoked";

    public override string Name => Channel;

    public static Notice Of(ApiToken token) => new(Channel, token.TokenId);

    public override void Heard(string payload)
    {
        store.Forget(payload);
        watch.LookNow();
    }

    public override void Listening() => watch.LookNow();
}
