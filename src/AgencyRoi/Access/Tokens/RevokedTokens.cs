using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Access.Tokens;

/// <summary>Revocations, by the public id of the token: nobody's memory of it outlives them by long, in no process.</summary>
internal sealed class RevokedTokens(ApiTokenStore store, CallerWatch watch) : NoticeChannel
{
    private const string Channel = "api_token_revoked";

    public override string Name => Channel;

    /// <param name="tokenId">The public part of a token's text.</param>
    public static Notice Of(string tokenId) => new(Channel, tokenId);

    public override void Heard(string payload)
    {
        store.Forget(payload);
        watch.LookNow();
    }

    public override void Listening() => watch.LookNow();
}
