using System.Net;
using AgencyRoi.Platform.Database;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace AgencyRoi.Platform.Hosting;

/// <summary>
/// Where a request comes from when proxies stand before the product: <c>X-Forwarded-For</c> is believed from the addresses of <c>Proxies:Trusted</c>,
/// and from nobody else, since anyone can send the header.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Proxies:Trusted";

    public static void UseTrustedProxies(this WebApplication app)
    {
        // A switch of the web server's own, which believes everyone.
        if (string.Equals(app.Configuration["ForwardedHeaders_Enabled"], "true", StringComparison.OrdinalIgnoreCase))
            throw new SettingException(
                $"ASPNETCORE_FORWARDEDHEADERS_ENABLED believes X-Forwarded-For from anyone: unset it, and name your proxies in {Setting}."
            );
        var named = app.Configuration.List(Setting);
        if (named.Length == 0)
            return;
        // From proxy to proxy, as long as each is one of ours.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in named)
            options.KnownIPNetworks.Add(NetworkOf(text));
        app.UseForwardedHeaders(options);
    }

    private static IPNetwork NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new SettingException($"{Setting}: {text} is neither an address nor a network such as 10.0.0.0/8.");
}
