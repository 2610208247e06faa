using System.Text.RegularExpressions;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>The rules for an attribute of profiles, however it is written.</summary>
internal static partial class ProfileAttributeChecks
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

    /// <summary>A key that people choose for something of a client's.</summary>
    public static void Code(InputChecks checks, string? code, string field = "code") =>
        checks.Require(
            code is null || CodeText().IsMatch(code),
            field,
            "A code is 1 to 50 capital letters, digits and underscores and begins with a letter."
        );

    private static bool IsValue(string value)
    {
        var checks = new InputChecks();
        checks.Text(value, "value", LongestValue);
        return checks.Passed;
    }

    [GeneratedRegex(@"\A[A-Z][A-Z0-9_]{0,49}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CodeText();
}
