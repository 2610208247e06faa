using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Channels;

internal static class ChannelChecks
{
    /// <summary>The rules for a channel, however it is written; null means that the value is not given.</summary>
    public static void Apply(InputChecks checks, string? name, string? handle, string? url, string? externalReference)
    {
        checks.Text(name, "name");
        checks.Text(handle, "handle");
        checks.Url(url);
        checks.Key(externalReference, "externalReference");
    }
}
