namespace AgencyRoi.Platform;

/// <summary>A key that no row has: what is looked for by it is not there, which answers like everything that is not there.</summary>
internal static class NoRow
{
    public static readonly Guid Id = Guid.Empty;
}
