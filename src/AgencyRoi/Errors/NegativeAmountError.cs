namespace AgencyRoi.Errors;

/// <summary>An amount or quantity is below zero.</summary>
public sealed record NegativeAmountError(IReadOnlyList<string>? Path) : IError
{
    public string Message => "The number is below zero.";
    public ErrorCode Code => ErrorCode.NegativeAmount;
}
