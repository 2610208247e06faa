namespace AgencyRoi.Platform.Errors;

/// <summary>The amount is in another currency than what it will be compared with.</summary>
/// <param name="Expected">ISO 4217: the currency that it is compared in.</param>
/// <param name="Path">The way to the offending argument.</param>
internal sealed record MixedCurrenciesError(string Expected, IReadOnlyList<string>? Path) : IUserError
{
    internal MixedCurrenciesError(string expected)
        : this(expected, ["input", "currency"]) { }

    public string Message => $"The amount is compared with figures in {Expected} and is given in it.";
    public ErrorCode Code => ErrorCode.MixedCurrencies;
}
