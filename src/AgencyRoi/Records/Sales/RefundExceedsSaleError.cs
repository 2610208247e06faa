using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Sales;

/// <summary>The refunds of a sale together would be more than the sale.</summary>
internal sealed record RefundExceedsSaleError(IReadOnlyList<string>? Path) : IUserError
{
    public string Message => "The refunds of the sale would be more than the sale.";
    public ErrorCode Code => ErrorCode.RefundExceedsSale;
}
