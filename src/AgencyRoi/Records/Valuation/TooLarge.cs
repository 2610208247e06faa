using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Valuation;

/// <summary>The one place where a value that no entry can hold becomes an error: the amounts that make it up are each within their bounds.</summary>
internal static class TooLarge
{
    /// <summary>The entries that something comes to; none when it is too large.</summary>
    /// <param name="field">The field that the caller has to lower.</param>
    public static IUserError? OrError(string field, Func<IReadOnlyList<ValuedEntry>> value, out IReadOnlyList<ValuedEntry> entries)
    {
        IReadOnlyList<ValuedEntry> found = [];
        var error = OrError(
            field,
            () =>
            {
                found = value();
                return null;
            }
        );
        entries = found;
        return error;
    }

    /// <param name="field">The field that the caller has to lower.</param>
    public static IUserError? OrError(string field, Func<IUserError?> value)
    {
        try
        {
            return value();
        }
        catch (OverflowException)
        {
            return BadInputError.At(field, AmountMessages.Posted);
        }
    }
}
