using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Purposes;

internal static class PurposeChecks
{
    private const int Longest = 2000;

    /// <summary>The rules for a purpose, however it is written; null means that the value is not given.</summary>
    public static void Apply(InputChecks checks, string? whatFor, string? problem, string? audience)
    {
        checks.Text(whatFor, "whatFor", Longest);
        checks.Text(problem, "problem", Longest);
        checks.Text(audience, "audience", Longest);
    }
}
