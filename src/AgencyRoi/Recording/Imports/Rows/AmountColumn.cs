namespace AgencyRoi.Recording.Imports.Rows;

/// <summary>A column of numbers of any size, in which 1.000 may have been meant as a thousand.</summary>
internal abstract record ScaledColumn(string Name, string Description, bool IsRequired) : ImportColumn(Name, Description, IsRequired)
{
    /// <summary>Whether a number of the row is usually written with three decimal places.</summary>
    public abstract bool HasThreePlaces(ImportRow row);
}

/// <summary>A column of amounts of money, in the currency that the column <c>currency</c> of the row names.</summary>
internal sealed record AmountColumn(string Name, string Description, bool IsRequired = false) : ScaledColumn(Name, Description, IsRequired)
{
    public override bool HasThreePlaces(ImportRow row) => PlacesIn(row) == 3;

    /// <summary>Whether the row's amount has more places than it could be paid in.</summary>
    public bool IsFinerThanCurrency(ImportRow row) =>
        row.ReadableNumber(Name) is { } amount && PlacesIn(row) is { } places && decimal.Round(amount, places) != amount;

    private static int? PlacesIn(ImportRow row) => row.Text("currency") is { } currency ? Metrics.MinorUnits.Of(currency) : null;
}

/// <summary>A column of counts, of which fractions are rare.</summary>
internal sealed record QuantityColumn(string Name, string Description, bool IsRequired = false)
    : ScaledColumn(Name, Description, IsRequired)
{
    public override bool HasThreePlaces(ImportRow row) => false;
}
