namespace AgencyRoi.Recording.Imports.Text;

/// <summary>The evidence that a number gives of its file's decimal point.</summary>
internal enum DecimalPoint
{
    /// <summary>Nothing: it has no point, and is too short for a separator of thousands.</summary>
    Untold,

    /// <summary>A point stands before decimals: no thousand is written like this.</summary>
    BeforeDecimals,

    /// <summary>It is 1.000, a thousand to one writer and one to another.</summary>
    InDoubt,
}

internal static class DecimalPoints
{
    /// <param name="number">As the file has it, with or without a sign.</param>
    /// <param name="hasThreePlaces">Whether such a number has three decimals anyway, as an amount in KWD.</param>
    public static DecimalPoint In(string number, bool hasThreePlaces)
    {
        var parts = number.TrimStart('-', '+').Split('.');
        if (parts.Length > 2 || !parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)))
            return DecimalPoint.Untold;
        var whole = parts[0];
        return parts switch
        {
            // Four digits in a row: whoever separates thousands would have separated these.
            [_] => whole.Length > 3 ? DecimalPoint.BeforeDecimals : DecimalPoint.Untold,
            [_, { Length: 3 }] when whole.Length <= 3 && whole[0] != '0' => hasThreePlaces ? DecimalPoint.Untold : DecimalPoint.InDoubt,
            _ => DecimalPoint.BeforeDecimals,
        };
    }
}
