using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>The rules for an attribute of profiles, however it is written.</summary>
internal static class ProfileAttributeChecks
{
    /// <summary>A profile is read whole, so that it has an end.</summary>
    public const int MostOfClient = 50;

    public const int LongestValue = 200;

    private const int LongestQuestion = 500;
    private const int MostValues = 50;

    public static void Apply(InputChecks checks, string? name, string? question, IReadOnlyList<string>? values)
    {
        checks.Text(name, "name");
        checks.Text(question, "question", LongestQuestion);
        foreach (var value in values ?? [])
            checks.Compare(IsValue(value), "allowedValues", "allowedValues", $"A value has 1 to {LongestValue} characters.");
        checks.Require(
            values is null or { Count: <= MostValues },
            "allowedValues",
            $"An attribute has at most {MostValues} allowed values."
        );
        checks.Require(
            values is null || values.Distinct(StringComparer.OrdinalIgnoreCase).Count() == values.Count,
            "allowedValues",
            "A value is there twice."
        );
    }

    private static bool IsValue(string value)
    {
        var checks = new InputChecks();
        checks.Text(value, "value", LongestValue);
        return checks.Passed;
    }
}
