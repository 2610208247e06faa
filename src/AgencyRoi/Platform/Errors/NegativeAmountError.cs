namespace AgencyRoi.Platform.Errors;

/// <summary>An amount or quantity is below zero.</summary>
internal sealed record NegativeAmountError(IReadOnlyList<string>? Path) : IUserError
{
    internal const string Usual = "The number is below zero.";

    public string Message { get; init; } = Usual;
    public ErrorCode Code => ErrorCode.NegativeAmount;
}
