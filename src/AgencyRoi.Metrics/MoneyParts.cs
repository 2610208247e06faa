namespace AgencyRoi.Metrics;

/// <summary>Amounts that are shown in one list.</summary>
public static class MoneyParts
{
    /// <summary>
    /// Rounds amounts at the minor unit of their currency, those of one currency together: what is shown of them adds up to their rounded sum. What is
    /// unknown stays so.
    /// </summary>
    public static IReadOnlyList<Money?> Together(IReadOnlyList<Money?> parts)
    {
        var shown = parts.ToArray();
        foreach (var alike in parts.Index().Where(part => part.Item is not null).GroupBy(part => part.Item!.Value.CurrencyCode))
        {
            var rounded = LargestRemainder.Round([.. alike.Select(part => part.Item!.Value.Amount)], MinorUnits.Of(alike.Key));
            foreach (var (part, amount) in alike.Zip(rounded))
                shown[part.Index] = new Money(amount, alike.Key);
        }
        return shown;
    }
}
