namespace AgencyRoi.Metrics;

/// <summary>An amount of one currency. Amounts of two currencies never meet: they are converted first, at the rate of their day.</summary>
/// <param name="Amount">In units of the currency, at full precision; only what is shown is rounded.</param>
/// <param name="CurrencyCode">ISO 4217, upper case.</param>
public readonly record struct Money(decimal Amount, string CurrencyCode)
{
    public static Money Zero(string currencyCode) => new(0m, currencyCode);

    public static Money operator +(Money left, Money right) => new(left.Amount + right.In(left.CurrencyCode), left.CurrencyCode);

    public static Money operator -(Money left, Money right) => new(left.Amount - right.In(left.CurrencyCode), left.CurrencyCode);

    public static Money operator *(Money money, decimal factor) => new(money.Amount * factor, money.CurrencyCode);

    /// <summary>Half away from zero, as an invoice is rounded and as PostgreSQL's <c>round(numeric)</c> does.</summary>
    /// <param name="minorUnits">Decimal places of the currency: 2 for EUR, 0 for JPY, 3 for KWD.</param>
    public Money Rounded(int minorUnits) => this with { Amount = decimal.Round(Amount, minorUnits, MidpointRounding.AwayFromZero) };

    public override string ToString() => FormattableString.Invariant($"{Amount} {CurrencyCode}");

    private decimal In(string currencyCode) =>
        CurrencyCode == currencyCode
            ? Amount
            : throw new InvalidOperationException($"{CurrencyCode} cannot be added to {currencyCode} without a rate.");
}
