using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// Who is at the other end of a WebSocket. A program may send its token with the request, as always; a page cannot, and sends it in the payload of
/// <c>connection_init</c> under the same name, with the agency that is meant: <c>{ "authorization": "Bearer …", "agency": "northlight" }</c>. Sent in both
/// places, it is the same caller.
/// </summary>
internal static class SocketSignIn
{
    private const string Key = "authorization";
    private const string AgencyKey = "agency";

    public static async ValueTask<SocketClose?> ConnectAsync(HttpContext context, JsonElement? payload, CancellationToken cancellationToken)
    {
        var known = context.Features.Get<Viewer>();
        var agency = TextIn(payload, AgencyKey) ?? BearerStrategy.AgencyOf(context);
        if (TextIn(payload, Key) is not { } header)
            return known is null ? SocketClose.Unauthorized
                : agency is null || agency == known.Agency.Identifier ? null
                : SocketClose.Forbidden(SignInAnswers.MessageOf(SignInRefusal.NotAMember));

        try
        {
            var signIn = context.RequestServices.GetRequiredService<SignIn>();
            var credential = new Credential(BearerStrategy.CredentialIn(header) ?? "", agency);
            var result = await signIn.SignInAsync(credential, context.Connection.RemoteIpAddress, cancellationToken);
            if (result.Viewer is not { } viewer)
                return EndOf(result.Refusal);
            if (known is not null && known.Caller != viewer.Caller)
                return SocketClose.Forbidden();
            context.Features.Set(viewer);
            return null;
        }
        catch (Exception failure) when (KnownFailures.Of(failure, isRead: true) is { IsOutage: true })
        {
            context.RequestServices.GetRequiredService<OutageLog>().Note(failure);
            return SocketClose.TryAgainLater("The service cannot answer at the moment");
        }
    }

    /// <summary>Each operation of the socket is its viewer's, in a scope of services of its own.</summary>
    public static void BeginOperation(HttpContext context) =>
        context.RequestServices.GetRequiredService<ViewerAccessor>().Set(context.Features.GetRequiredFeature<Viewer>());

    private static SocketClose EndOf(SignInRefusal refusal) =>
        refusal switch
        {
            SignInRefusal.NotValid => SocketClose.Forbidden(),
            SignInRefusal.Limited => SocketClose.TryAgainLater("Too many sign-ins failed from this address"),
            SignInRefusal.ProviderUnreachable => SocketClose.TryAgainLater("The identity provider does not answer at the moment"),
            SignInRefusal.Suspended or SignInRefusal.AgencyNeeded or SignInRefusal.NotAMember => SocketClose.Forbidden(
                SignInAnswers.MessageOf(refusal)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
        };

    private static string? TextIn(JsonElement? payload, string key) =>
        payload
            ?.EnumerateObject()
            .Where(entry => entry.Name.Equals(key, StringComparison.OrdinalIgnoreCase) && entry.Value.ValueKind == JsonValueKind.String)
            .Select(entry => entry.Value.GetString())
            .FirstOrDefault();
}
