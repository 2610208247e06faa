using System.Text.Json;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>The provider's own answer to whose an access token is: OpenID Connect Core 1.0, section 5.3.</summary>
internal sealed class UserInfo(ProviderKeys keys, ProviderHttp http)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public async Task<Verification<UserClaims>> AskAsync(AccessToken token, string text, CancellationToken cancellationToken)
    {
        var configuration = await keys.GetAsync(cancellationToken);
        if (configuration is null)
            return TokenFault.ProviderUnreachable;
        if (string.IsNullOrEmpty(configuration.UserInfoEndpoint))
            return TokenFault.EmailNotVerified;
        try
        {
            using var response = await http.GetAsync(configuration.UserInfoEndpoint, text, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return ProviderHttp.IsOutage(response.StatusCode) ? TokenFault.ProviderUnreachable : TokenFault.EmailNotVerified;
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var claims = await JsonSerializer.DeserializeAsync<UserClaims>(body, Strict, cancellationToken);
            // Section 5.3.2: an answer about somebody else must not be used.
            return claims?.Sub == token.Subject ? claims : TokenFault.OtherSubject;
        }
        catch (JsonException)
        {
            return TokenFault.Malformed;
        }
        catch (Exception error)
            when (error is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return TokenFault.ProviderUnreachable;
        }
    }
}

internal sealed record UserClaims
{
    public string? Sub { get; init; }
    public string? Email { get; init; }
    public JsonElement EmailVerified { get; init; }
}
