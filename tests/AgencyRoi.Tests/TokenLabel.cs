namespace AgencyRoi.Tests;

/// <summary>Labels of tokens: a token gives out no second one of the same label, role and clients.</summary>
internal static class TokenLabel
{
    private static int last;

    public static string Another(string holder) => $"{holder} {Interlocked.Increment(ref last)}";
}
