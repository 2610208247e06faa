namespace AgencyRoi.Recording.Facts;

/// <summary>
/// Files have a column for a member with this attribute, of the member's name and type. One that is <c>required</c> is a column that each row must fill.
/// </summary>
/// <param name="description">What the column holds; null for a code, which is then one of its values.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InFileAttribute(string? description = null) : Attribute
{
    public string? Description => description;

    /// <summary>What a required member is in a row that does not say; null: each row must say.</summary>
    public object? Otherwise { get; init; }

    /// <summary>The column's name, where it is another than the member's.</summary>
    public string? Column { get; init; }

    public FileNumber Number { get; init; }
}

/// <summary>Numbers of a column by what they count, which tells whether 1.000 may have been meant as a thousand.</summary>
internal enum FileNumber
{
    /// <summary>Of a size in which it is not in doubt, or no numbers.</summary>
    Small,

    /// <summary>Amounts of money, in the currency of the row.</summary>
    Amount,

    /// <summary>Counts, of which fractions are rare.</summary>
    Quantity,
}
