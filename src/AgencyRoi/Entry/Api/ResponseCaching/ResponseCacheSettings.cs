using AgencyRoi.Platform.Database;

namespace AgencyRoi.Entry.Api.ResponseCaching;

/// <summary>The section <c>ResponseCache</c> of the settings.</summary>
internal sealed record ResponseCacheSettings
{
    /// <summary>The most that all kept answers of the process weigh together. 0: none is kept.</summary>
    public int Megabytes { get; init; } = 16;

    public long Bytes => Megabytes * 1024L * 1024;

    /// <exception cref="SettingException">A size that no process has.</exception>
    public static ResponseCacheSettings Read(IConfiguration settings)
    {
        var read = settings.GetSection("ResponseCache").Get<ResponseCacheSettings>() ?? new ResponseCacheSettings();
        return read is { Megabytes: >= 0 and <= 16_384 }
            ? read
            : throw new SettingException("ResponseCache:Megabytes lies between 0, which keeps nothing, and 16384.");
    }
}
