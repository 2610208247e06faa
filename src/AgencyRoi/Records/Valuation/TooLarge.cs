using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Valuation;

/// <summary>The one place where a value that no entry can hold becomes an error: the amounts that make it up are each within their bounds.</summary>
internal static class TooLarge
{
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
