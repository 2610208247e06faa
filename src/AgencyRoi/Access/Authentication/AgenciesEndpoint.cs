using System.Text.Json;
using AgencyRoi.Access.AccessTokens;
using AgencyRoi.Access.Members;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Access.Authentication;

/// <summary><c>GET /sign-in/agencies</c>: the agencies that whoever has signed in belongs to, for a page to choose one.</summary>
internal static class AgenciesEndpoint
{
    public static async Task AnswerAsync(HttpContext context)
    {
        if (await IdentifyAsync(context) is not { } token)
            return;
        var memberships = await context
            .RequestServices.GetRequiredService<MemberStore>()
            .FindAllAsync(new Identity(token.Issuer, token.Subject), context.RequestAborted);
        var agencies = memberships.Select(each => new ListedMembership(
            each.Agency.Identifier,
            each.Agency.Name,
            EnumCode.Of(each.Viewer.Role),
            each.IsSuspended
        ));
        await context.Response.WriteAsJsonAsync(new { agencies }, JsonSerializerOptions.Web, context.RequestAborted);
    }

    /// <summary>The access token of the request; null when there is no good one, and the caller has been told so.</summary>
    public static async Task<AccessToken?> IdentifyAsync(HttpContext context)
    {
        var services = context.RequestServices;
        var shown = services.GetRequiredService<ITenantStrategy>().CredentialOf(context) is { } credential
            ? await services
                .GetRequiredService<AccessTokenSignIn>()
                .IdentifyAsync(credential.Text, context.Connection.RemoteIpAddress, context.RequestAborted)
            : default;
        if (shown.Token is null)
            await SignInAnswers.WriteAsync(context, shown.Refused);
        return shown.Token;
    }
}

/// <summary>An agency as a page lists it.</summary>
internal sealed record ListedMembership(string Slug, string Name, string Role, bool Suspended);
