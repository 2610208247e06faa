using System.Net;
using System.Net.Http.Headers;
using Microsoft.IdentityModel.Protocols;

namespace AgencyRoi.Access.AccessTokens;

/// <summary>Asks the provider: bounded in time and size, by https or on this machine, and never sent on to another address.</summary>
internal sealed class ProviderHttp : IDocumentRetriever, IDisposable
{
    private const int MostBytes = 256 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly HttpClient client = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        }
    )
    {
        Timeout = Longest,
        MaxResponseContentBufferSize = MostBytes,
    };

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        using var response = await GetAsync(address, bearer: null, cancel);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancel);
    }

    /// <param name="bearer">The access token that the provider is shown.</param>
    /// <exception cref="HttpRequestException">It cannot be reached, or says too much.</exception>
    /// <exception cref="OperationCanceledException">It took too long, or nobody waits any more.</exception>
    public async Task<HttpResponseMessage> GetAsync(string address, string? bearer, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !AuthSettings.IsSafe(uri))
            throw new HttpRequestException("The provider names an address that is not https.");
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return await client.SendAsync(request, cancellationToken);
    }

    /// <summary>Whether a status says that the provider is not able to answer now.</summary>
    public static bool IsOutage(HttpStatusCode status) =>
        (int)status >= 500 || status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout;

    public void Dispose() => client.Dispose();
}
