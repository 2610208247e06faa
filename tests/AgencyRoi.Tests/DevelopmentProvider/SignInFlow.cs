using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using AgencyRoi.DevelopmentProvider;

namespace AgencyRoi.Tests.DevelopmentProvider;

/// <summary>A sign-in over HTTP as a browser and an app make it, of which a test may change any part.</summary>
internal sealed partial class SignInFlow : IDisposable
{
    public const string RedirectUri = "http://127.0.0.1:43117/callback";

    private readonly HttpClient http;
    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public SignInFlow(LoopbackProvider provider)
    {
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = provider.Address };
        Request = new()
        {
            ["client_id"] = "agency-roi-spa",
            ["redirect_uri"] = RedirectUri,
            ["response_type"] = "code",
            ["scope"] = "openid profile email",
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))),
            ["code_challenge_method"] = "S256",
            ["state"] = "st",
            ["nonce"] = "no\"<nce",
        };
        Exchange = new()
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = "agency-roi-spa",
            ["redirect_uri"] = RedirectUri,
            ["code_verifier"] = verifier,
        };
    }

    public Dictionary<string, string> Request { get; }
    public Dictionary<string, string> Exchange { get; }

    public static async Task<(string AccessToken, string IdToken)> TokensAsync(LoopbackProvider provider, string subject)
    {
        using var flow = new SignInFlow(provider);
        var answer = await flow.ExchangeAsync(await flow.CodeAsync(subject));
        return (answer.GetProperty("access_token").GetString()!, answer.GetProperty("id_token").GetString()!); // A string, or the test fails here.
    }

    public Task<HttpResponseMessage> OpenAsync() => http.GetAsync("/authorize?" + Text(Request), TestContext.Current.CancellationToken);

    /// <summary>Fills in the page's own form, with what it carries, and sends it.</summary>
    public async Task<HttpResponseMessage> ChooseAsync(params (string Name, string Value)[] chosen)
    {
        using var page = await OpenAsync();
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var form = Hidden()
            .Matches(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .ToDictionary(match => Decoded(match.Groups[1]), match => Decoded(match.Groups[2]));
        foreach (var (name, value) in chosen)
            form[name] = value;
        using var content = new FormUrlEncodedContent(form);
        return await http.PostAsync("/authorize", content, TestContext.Current.CancellationToken);
    }

    public async Task<string> CodeAsync(string subject)
    {
        using var answer = await ChooseAsync(("person", subject));
        return Returned(answer)["code"] ?? throw new InvalidOperationException($"No code: {answer.Headers.Location}");
    }

    /// <summary>What the app is given when the browser comes back to it.</summary>
    public static System.Collections.Specialized.NameValueCollection Returned(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(RedirectUri + "?", answer.Headers.Location!.AbsoluteUri);
        return HttpUtility.ParseQueryString(answer.Headers.Location.Query);
    }

    public async Task<JsonElement> ExchangeAsync(string code)
    {
        using var content = new FormUrlEncodedContent(Exchange.Append(new("code", code)));
        using var answer = await http.PostAsync("/token", content, TestContext.Current.CancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    public async Task<string> ErrorOfExchangeAsync(string code) => (await ExchangeAsync(code)).GetProperty("error").GetString()!; // As said.

    public void Dispose() => http.Dispose();

    private static string Text(Dictionary<string, string> values) =>
        string.Join('&', values.Select(value => $"{value.Key}={Uri.EscapeDataString(value.Value)}"));

    private static string Decoded(Group text) => WebUtility.HtmlDecode(text.Value);

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();
}
