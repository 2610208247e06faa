using AgencyRoi.Access.AccessTokens;
using AgencyRoi.Access.Members;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>Links to the page that takes invitations up. The secret stands after the <c>#</c>, which no browser sends to a server: it is in no log.</summary>
internal sealed class InvitationLinks
{
    private const string Setting = "Auth:AppUrl";
    private readonly string page;

    private InvitationLinks(string page) => this.page = page;

    /// <exception cref="SettingException">Nobody can sign in with these settings, or there is no page to do it on.</exception>
    public static InvitationLinks Read(IConfiguration settings, string option)
    {
        var address = settings[Setting];
        if (AuthSettings.Read(settings).Authority is null || string.IsNullOrWhiteSpace(address))
            throw new SettingException(
                $"{option} invites somebody to sign in, which takes an identity provider and a page: set Auth:Authority, Auth:Audience and {Setting}."
            );
        if (
            !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
            || !AuthSettings.IsSafe(uri)
            || uri is not { Query: "", Fragment: "" }
        )
            throw new SettingException($"{Setting} is the page's https address without query, or http on a loopback address.");
        return new InvitationLinks(address.Trim().TrimEnd('/'));
    }

    public string Of(InvitationText text) => $"{page}/invitation#{text}";
}
