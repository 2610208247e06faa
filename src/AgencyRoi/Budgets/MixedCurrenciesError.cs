using AgencyRoi.Errors;

namespace AgencyRoi.Budgets;

/// <summary>The amount is in another currency than what it will be compared with.</summary>
/// <param name="Expected">ISO 4217: the currency that it is compared in.</param>
public sealed record MixedCurrenciesError(string Expected) : IError
{
    public string Message => $"The amount is compared with figures in {Expected} and is given in it.";
    public ErrorCode Code => ErrorCode.MixedCurrencies;
    public IReadOnlyList<string>? Path { get; } = ["input", "currency"];
}
