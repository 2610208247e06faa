namespace AgencyRoi.GraphQL.TypeSystem;

/// <summary>Orders names as people do: runs of digits by their number (a2 before a10), all else by code unit.</summary>
internal sealed class NaturalOrder : IComparer<string>
{
    public static NaturalOrder Comparer { get; } = new();

    public int Compare(string? x, string? y)
    {
        var first = x.AsSpan();
        var second = y.AsSpan();
        while (!first.IsEmpty && !second.IsEmpty)
        {
            int order;
            if (char.IsAsciiDigit(first[0]) && char.IsAsciiDigit(second[0]))
            {
                var left = TakeNumber(ref first);
                var right = TakeNumber(ref second);
                order = left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
            }
            else
            {
                order = first[0].CompareTo(second[0]);
                first = first[1..];
                second = second[1..];
            }
            if (order != 0)
                return order;
        }
        return first.Length.CompareTo(second.Length);
    }

    /// <summary>The digits without leading zeros: longer is greater, equal lengths compare as text.</summary>
    private static ReadOnlySpan<char> TakeNumber(ref ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        var digits = end < 0 ? text : text[..end];
        text = text[digits.Length..];
        return digits.TrimStart('0');
    }
}
