using System.Reflection;
using System.Text.Json;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The numbers of a content: amounts, counts and shares alike are at most the largest amount, so that a valuation can multiply them.</summary>
internal static class ContentNumbers<TContent>
{
    private static readonly PropertyInfo[] Numbers =
    [
        .. typeof(TContent)
            .GetProperties()
            .Where(property =>
                property.PropertyType == typeof(decimal)
                || property.PropertyType == typeof(decimal?)
                || property.PropertyType == typeof(Estimate)
            ),
    ];

    public static void Check(InputChecks checks, TContent content)
    {
        foreach (var number in Numbers)
            checks.Require(
                IsWithin(number.GetValue(content)),
                JsonNamingPolicy.CamelCase.ConvertName(number.Name),
                AmountMessages.GivenNumber
            );
    }

    private static bool IsWithin(object? number) =>
        number switch
        {
            null => true,
            decimal exact => Math.Abs(exact) <= AmountBounds.LargestGiven,
            Estimate measured => IsWithin(measured.Expected) && IsWithin(measured.Low) && IsWithin(measured.High),
            _ => throw new ArgumentOutOfRangeException(nameof(number), number, null),
        };
}
