using AgencyRoi.DevelopmentProvider;
using AgencyRoi.Tests.Access.AccessTokens;
using AgencyRoi.Tests.Entry.Ide;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace AgencyRoi.Tests.DevelopmentProvider;

/// <summary>The sample for makers of front ends, in a real browser.</summary>
public sealed class TryPageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Timeout = 120_000)]
    public async Task Somebody_signs_in_and_the_api_is_asked_with_the_access_token()
    {
        var program = Chromium.Find();
        Assert.SkipUnless(program is not null, "There is no Chromium: apt-get install chromium");
        await using var provider = await LoopbackProvider.StartAsync(
            new LoopbackProviderOptions
            {
                Audience = Forge.Audience,
                People =
                [
                    new("ann", "Ann Vale", "ann@northlight.example", Note: "Owner of Northlight Social"),
                    new("cy", "Cy <img src=x>", "cy@northlight.example", EmailVerified: false, Note: "Address not verified"),
                ],
            },
            Token
        );
        await using var product = new ValidatorUnderTest(provider.Issuer, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await using var api = await StartApiAsync(product, provider.Origin);
        await using var browser = await Chromium.StartAsync(program);

        await browser.GoToAsync(provider.TryAddress(api.Urls.Single()));
        await browser.UntilAsync("document.getElementById('api')?.textContent.startsWith('http')");
        await browser.EvaluateAsync("document.getElementById('sign-in').click()");
        await browser.UntilAsync("document.querySelector('button[value=ann]') !== null");
        if (Environment.GetEnvironmentVariable("SIGN_IN_SCREENSHOT") is { } path)
            await browser.SaveScreenshotAsync(path);
        var unnamed = await browser.EvaluateAsync(
            "[...document.querySelectorAll('input:not([type=hidden])')].filter(field => field.labels.length === 0).length"
        );
        await browser.EvaluateAsync("document.querySelector('button[value=ann]').click()");
        await browser.UntilAsync("document.getElementById('answer')?.textContent.includes('asked by')");

        var left = await browser.EvaluateAsync(
            "location.href + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + document.cookie"
        );
        Assert.Equal(0, unnamed.GetInt32());
        Assert.Contains("asked by ann", (await browser.EvaluateAsync("document.getElementById('answer').textContent")).GetString());
        Assert.DoesNotContain("code=", left.GetString());
        Assert.DoesNotContain("eyJ", left.GetString());
        Assert.Equal("[]", (await browser.EvaluateAsync("refused")).GetRawText());
    }

    // As much of an API as the page has to do with: it allows the page's origin, and verifies the token as the product does.
    private static async Task<WebApplication> StartApiAsync(ValidatorUnderTest product, string origin)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddCors();
        var api = builder.Build();
        api.UseCors(policy => policy.WithOrigins(origin).WithMethods("POST").WithHeaders("authorization", "content-type"));
        api.Run(async context =>
        {
            var token = context.Request.Headers.Authorization.ToString()["Bearer ".Length..];
            var verified = await product.AccessTokens.ValidateAsync(token, context.RequestAborted);
            await context.Response.WriteAsJsonAsync($"asked by {verified.Value?.Subject}", context.RequestAborted);
        });
        await api.StartAsync(Token);
        return api;
    }
}
