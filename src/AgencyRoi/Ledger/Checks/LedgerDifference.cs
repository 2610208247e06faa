namespace AgencyRoi.Ledger.Checks;

/// <summary>Something derived that does not follow from what it was derived from: the ledger, or facts.</summary>
/// <param name="What">The table or rule that is off.</param>
/// <param name="Month">The month it concerns; null when it concerns none.</param>
/// <param name="Where">The row, by its key.</param>
/// <param name="Expected">What it comes to when it is computed once more.</param>
/// <param name="Found">What stands there.</param>
internal sealed record LedgerDifference(string What, ClientId ClientId, DateOnly? Month, string Where, string Expected, string Found)
{
    public override string ToString() =>
        FormattableString.Invariant(
            $"{What}: client {ClientId}{(Month is { } month ? $" {month:yyyy-MM}" : "")}, {Where}: computed {Or(Expected)}, found {Or(Found)}"
        );

    private static string Or(string text) => text.Length > 0 ? text : "nothing";
}
