using System.Text.RegularExpressions;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Tenancy;

namespace AgencyRoi.Entry.Cli.Agencies;

/// <summary>An agency as the options of the verb describe it.</summary>
/// <param name="TimeZone">Null: UTC for a new agency, and whatever it is for one that is there.</param>
internal sealed partial record AskedAgency(string Slug, string Name, string CurrencyCode, string? TimeZone)
{
    private const int LongestSlug = 63;

    public NewAgency New => new(Slug, Name, CurrencyCode, TimeZone ?? "UTC");

    /// <exception cref="SettingException">Something is wrong with the options; the message says of each what it takes.</exception>
    public void DemandValid()
    {
        var checks = new InputChecks();
        checks.Require(
            SlugForm().IsMatch(Slug) && Slug.Length <= LongestSlug,
            "--slug",
            $"A slug has lower-case letters and digits, with single hyphens between them, and at most {LongestSlug} characters."
        );
        checks.Text(Name, "--name");
        checks.Currency(CurrencyCode, "--currency");
        checks.TimeZone(TimeZone, "--time-zone");
        if (!checks.Passed)
            throw new SettingException(string.Join('\n', checks.Errors.Select(error => $"{error.Path?[^1]}: {error.Message}")));
    }

    /// <exception cref="SettingException">The agency that has the slug is another one than this; the message says by what.</exception>
    public void DemandSame(TenantInfo there)
    {
        var differences = new (string What, string There, string? Asked)[]
        {
            ("name", there.Name, Name),
            ("currency", there.CurrencyCode, CurrencyCode),
            ("time zone", there.TimeZone, TimeZone),
        }
            .Where(each => each.Asked is not null && each.Asked != each.There)
            .Select(each => $"its {each.What} is {each.There} and not {each.Asked}")
            .ToList();
        if (differences.Count > 0)
            throw new SettingException($"There is an agency {Slug} already: {string.Join(", ", differences)}. Nothing was changed.");
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex SlugForm();
}
