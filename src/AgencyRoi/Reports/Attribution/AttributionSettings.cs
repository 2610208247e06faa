using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The section <c>Attribution</c> of the settings.</summary>
/// <param name="MostTouches">So many touches and conversions one question may read; more are read in the background.</param>
internal sealed record AttributionSettings(int MostTouches)
{
    /// <exception cref="SettingException">It is not above 0.</exception>
    public static AttributionSettings Read(IConfiguration settings) => new(settings.AboveZero("Attribution:MostTouches", 1_000_000));
}
