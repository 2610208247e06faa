using AgencyRoi.Platform.Database;

namespace AgencyRoi.Platform.Hosting;

/// <summary>Where the server listens, looked at before it starts: the web server's own fault has no name of a setting.</summary>
internal static class ListenAddresses
{
    /// <exception cref="SettingException">One is none.</exception>
    public static string Checked(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            Check(url);
        return urls;
    }

    private static void Check(string url)
    {
        try
        {
            BindingAddress.Parse(url);
        }
        catch (FormatException)
        {
            throw new SettingException($"Urls: {url} is no address such as http://127.0.0.1:5080.");
        }
    }
}
