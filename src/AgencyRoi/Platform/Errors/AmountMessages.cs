namespace AgencyRoi.Platform.Errors;

/// <summary>How an amount past a bound is refused: with the bound, so that nobody has to try for it.</summary>
internal static class AmountMessages
{
    public const string Given = "The largest amount is 10,000,000,000,000 (10^13), in any currency.";

    public const string GivenNumber = "The largest number is 10,000,000,000,000 (10^13), for amounts as for counts.";

    public const string Quantity = "A quantity is below 10,000,000,000,000,000 (10^16).";

    public const string NoMinorUnit = "The currency has no minor unit: what is paid in it is whole.";

    public const string Posted =
        "In its own, the client's or the agency's currency this comes to an amount that the ledger does not hold: each stays below "
        + "1,000,000,000,000,000,000,000,000 (10^24).";

    public const string Rate =
        "The exchange rate that the agency's rates give for this day and currency is not between 0.0000000000000001 (10^-16) and 1,000,000,000,000 "
        + "(10^12): correct the rate, then repeat.";

    public const string Sum =
        "With this an amount or a sum would come to 1,000,000,000,000,000,000,000,000 (10^24) or more, which is not kept and not shown: correct the largest "
        + "amounts, or ask for fewer of them at once.";
}
