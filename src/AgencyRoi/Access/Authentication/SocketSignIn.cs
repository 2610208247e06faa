using System.Text.Json;
using AgencyRoi.GraphQL.AspNetCore.Hosting;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// Who is at the other end of a WebSocket. A program may send its token with the request, as always; a page cannot, and sends it in the payload of
/// <c>connection_init</c> under the same name: <c>{ "authorization": "Bearer aroi_…" }</c>. Sent in both places, it is the same token.
/// </summary>
internal static class SocketSignIn
{
    private const string Key = "authorization";

    public static async ValueTask<SocketClose?> ConnectAsync(HttpContext context, JsonElement? payload, CancellationToken cancellationToken)
    {
        var known = context.Features.Get<Viewer>();
        if (CredentialIn(payload) is not { } credential)
            return known is null ? SocketClose.Unauthorized : null;

        try
        {
            var signIn = context.RequestServices.GetRequiredService<SignIn>();
            var result = await signIn.SignInAsync(credential, context.Connection.RemoteIpAddress, cancellationToken);
            if (result.IsLimited)
                return SocketClose.TryAgainLater("Too many sign-ins failed from this address");
            if (result.IsSuspended)
                return SocketClose.Forbidden("The agency is suspended.");
            if (result.Viewer is not { } viewer || (known is not null && known.Caller != viewer.Caller))
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

    private static string? CredentialIn(JsonElement? payload) =>
        payload
            ?.EnumerateObject()
            .Where(entry => entry.Name.Equals(Key, StringComparison.OrdinalIgnoreCase) && entry.Value.ValueKind == JsonValueKind.String)
            .Select(entry => BearerStrategy.CredentialIn(entry.Value.GetString()!) ?? "") // A string, as just seen.
            .FirstOrDefault();
}
