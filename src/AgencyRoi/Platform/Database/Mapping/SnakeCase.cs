using System.Text;

namespace AgencyRoi.Platform.Database.Mapping;

internal static class SnakeCase
{
    /// <summary><c>SpendToDate</c> becomes <c>spend_to_date</c>, <c>Budget_Amount</c> becomes <c>budget_amount</c>, <c>B2B</c> stays one word.</summary>
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_';
            if (startsWord && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }
        return text.ToString();
    }
}
