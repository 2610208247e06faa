namespace AgencyRoi.Platform;

/// <summary>An update changes only what was given.</summary>
internal static class OptionalInput
{
    /// <summary>The value that was given, null included, or else the one that stands.</summary>
    public static T? Or<T>(this Optional<T> input, T? current) => input.HasValue ? input.Value : current;
}
