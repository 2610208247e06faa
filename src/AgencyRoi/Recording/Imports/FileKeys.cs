using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Recording.Imports;

/// <summary>Which keys the rows of one file have stored. A row that was refused has stored none, so that a good row of its key comes after it.</summary>
internal sealed class FileKeys(ImportKind kind)
{
    private readonly HashSet<string> stored = new(StringComparer.Ordinal);

    /// <summary>
    /// The places of the sound rows in rounds, each to be stored before the next is asked for. No two of a round have one key: nearly always there is one
    /// round, and a row waits for the next while an earlier row of its key is tried.
    /// </summary>
    public IEnumerable<IReadOnlyList<int>> Rounds(IReadOnlyList<ImportRow> rows)
    {
        List<int> waiting = [.. Enumerable.Range(0, rows.Count).Where(place => rows[place].IsSound)];
        while (waiting.Count > 0)
        {
            var tried = new Dictionary<string, int>(StringComparer.Ordinal);
            var round = new List<int>(waiting.Count);
            var next = new List<int>();
            foreach (var place in waiting)
                if (kind.KeyOf(rows[place]) is not { } key)
                    round.Add(place);
                else if (stored.Contains(key))
                    Refuse(rows[place]);
                else if (tried.TryAdd(key, place))
                    round.Add(place);
                else
                    next.Add(place);
            if (round.Count > 0)
                yield return round;
            stored.UnionWith(tried.Where(each => rows[each.Value].IsSound).Select(each => each.Key));
            waiting = next;
        }
    }

    private void Refuse(ImportRow row)
    {
        var named = kind.KeyColumns.Where(row.HasColumn).ToList();
        row.Refuse(
            named[0],
            ErrorCode.DuplicateInFile,
            $"An earlier row of the file has the same {string.Join(" and ", named)}: leave one of the two out."
        );
    }
}
