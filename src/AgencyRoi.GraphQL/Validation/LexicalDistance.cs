namespace AgencyRoi.GraphQL.Validation;

/// <summary>
/// How many edits lie between two names: insertions, deletions, substitutions and swaps of neighbours (the optimal string
/// alignment distance) after lower-casing both. Any difference in case alone counts as one edit.
/// </summary>
internal static class LexicalDistance
{
    public static int Between(string first, string second)
    {
        if (first == second)
            return 0;
        var a = first.ToLowerInvariant();
        var b = second.ToLowerInvariant();
        if (a == b)
            return 1;

        var twoAbove = new int[b.Length + 1];
        var above = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var substitution = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(substitution, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
            (twoAbove, above) = (above, row);
        }
        return above[b.Length];
    }
}
