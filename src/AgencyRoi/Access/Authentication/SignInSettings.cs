using AgencyRoi.Platform.Database;

namespace AgencyRoi.Access.Authentication;

/// <summary>The section <c>SignIn</c> of the settings.</summary>
internal sealed record SignInSettings
{
    /// <summary>Failed sign-ins from one address in a minute, before nothing more is looked up for it; 0: no limit.</summary>
    public int FailuresPerAddress { get; init; } = 60;

    /// <exception cref="SettingException">A number below zero.</exception>
    public static SignInSettings Read(IConfiguration settings)
    {
        var read = settings.GetSection("SignIn").Get<SignInSettings>() ?? new SignInSettings();
        return read.FailuresPerAddress >= 0
            ? read
            : throw new SettingException("SignIn: FailuresPerAddress is not below 0; 0 stands for no limit.");
    }
}
