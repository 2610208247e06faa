using System.Text.Json;
using AgencyRoi.Access.AccessTokens;
using AgencyRoi.Access.Members;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Hosting;
using Microsoft.AspNetCore.Http.Features;

namespace AgencyRoi.Access.Authentication;

/// <summary>
/// <c>POST /sign-in/invitations/accept</c>: whoever has signed in takes an invitation up. Tries that fail count as failed sign-ins of their address, also of
/// somebody who has signed in.
/// </summary>
internal static class AcceptanceEndpoint
{
    private const int MostBytes = 32 * 1024;
    private const int Soon = 1;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        MaxDepth = 4,
    };

    public static async Task AnswerAsync(HttpContext context)
    {
        var failures = context.RequestServices.GetRequiredService<FailedSignIns>();
        var address = context.Connection.RemoteIpAddress;
        if (failures.WaitFor(address) is var wait && wait > TimeSpan.Zero)
        {
            await SignInAnswers.WriteAsync(context, SignInResult.After(wait));
            return;
        }
        if (await AgenciesEndpoint.IdentifyAsync(context) is not { } token || await ReadAsync(context) is not { } asked)
            return;
        // What cannot be a secret is no try to find one.
        if (InvitationText.TryParse(asked.Invitation) is not { } text)
        {
            await RefuseAsync(context);
            return;
        }

        try
        {
            await AnswerAsync(context, token, asked, text, failures);
        }
        catch (OutcomeUnknownException)
        {
            await ErrorAnswer.WriteAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                ErrorCode.OutcomeUnknown,
                "The connection was lost while the invitation was accepted. It is safe to send it again.",
                Soon
            );
        }
    }

    private static async Task AnswerAsync(
        HttpContext context,
        AccessToken token,
        AskedAcceptance asked,
        InvitationText text,
        FailedSignIns failures
    )
    {
        var services = context.RequestServices;
        var acceptance = services.GetRequiredService<InvitationAcceptance>();
        var outcome = new Acceptance(AcceptanceOutcome.Refused);
        var agency = await acceptance.FindAsync(text, context.RequestAborted);
        if (agency is not null)
        {
            var shown = services.GetRequiredService<ITenantStrategy>().CredentialOf(context)!.Value.Text; // It brought the access token.
            var email = await services.GetRequiredService<VerifiedEmail>().ForAsync(token, shown, asked.IdToken, context.RequestAborted);
            if (email.Verdict == Verdict.ProviderUnreachable)
            {
                await SignInAnswers.WriteAsync(context, SignInRefusal.ProviderUnreachable);
                return;
            }
            if (email.Value is { } address)
                outcome = await acceptance.AcceptAsync(
                    agency,
                    text,
                    new Identity(token.Issuer, token.Subject),
                    address,
                    context.RequestAborted
                );
        }

        switch (outcome.Outcome)
        {
            case AcceptanceOutcome.Accepted:
                var made = new ListedMembership(
                    agency!.Info.Identifier,
                    agency.Info.Name,
                    EnumCode.Of(outcome.Role!.Value),
                    Suspended: false
                ); // Of an agency that was found.
                await context.Response.WriteAsJsonAsync(new { agency = made }, JsonSerializerOptions.Web, context.RequestAborted);
                break;
            case AcceptanceOutcome.MemberAlready:
                await ErrorAnswer.WriteAsync(
                    context,
                    StatusCodes.Status409Conflict,
                    ErrorCode.AlreadyExists,
                    "You are a member of this agency already and stay what you are in it. The invitation is used."
                );
                break;
            case AcceptanceOutcome.Suspended:
                await SignInAnswers.WriteAsync(context, SignInRefusal.Suspended);
                break;
            case AcceptanceOutcome.Refused:
                failures.Note(context.Connection.RemoteIpAddress);
                await RefuseAsync(context);
                break;
            default:
                throw new InvalidOperationException($"There is no outcome {outcome.Outcome}.");
        }
    }

    private static Task RefuseAsync(HttpContext context) =>
        ErrorAnswer.WriteAsync(
            context,
            StatusCodes.Status404NotFound,
            ErrorCode.NotFound,
            "This invitation cannot be accepted: sign in with the address that it was sent to, or ask for a new one."
        );

    private static async Task<AskedAcceptance?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            await ErrorAnswer.WriteAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                ErrorCode.BadRequest,
                "The body is of the type application/json."
            );
            return null;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostBytes;
        try
        {
            var asked = await JsonSerializer.DeserializeAsync<AskedAcceptance>(context.Request.Body, Strict, context.RequestAborted);
            if (asked is { Invitation: not null })
                return asked;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Answered as what lacks something.
        }
        await ErrorAnswer.WriteAsync(
            context,
            StatusCodes.Status400BadRequest,
            ErrorCode.BadRequest,
            """The body is { "invitation": "…" }, with "idToken" where there is one."""
        );
        return null;
    }

    private sealed record AskedAcceptance(string Invitation, string? IdToken = null);
}
