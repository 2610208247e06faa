using System.Collections.Frozen;

namespace AgencyRoi.Portfolio.Goals;

/// <summary>
/// The phrases of <c>volume-words.csv</c>. A kind is a volume metric (<see cref="VolumeTerm"/>), or DEED: what people do, which makes any metric good;
/// PLACE: somewhere one goes on foot; LIST: something one subscribes to by giving an address; WHO: begins to say which people, by what they did, unless a
/// volume metric comes after it; PLAIN: says nothing although words in it do.
/// </summary>
/// <remarks>A <c>*</c> before or behind a word stands for any letters. Languages are not told apart: indicators do not say theirs.</remarks>
internal static class VolumeWords
{
    public const string Plain = "PLAIN";

    public const string Who = "WHO";

    private static readonly IReadOnlyList<VolumePhrase> All =
    [
        .. from row in GoalData.Table("volume-words.csv") from form in row[2].Split('|') select VolumePhrase.Parse(kind: row[1], form),
    ];

    private static readonly FrozenDictionary<string, VolumePhrase[]> ByFirstWord = All.Where(phrase => phrase.First.IsWhole)
        .GroupBy(phrase => phrase.First.Letters)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly FrozenDictionary<char, VolumePhrase[]> ByFirstLetter = All.Where(phrase => phrase.First.IsBeginning)
        .GroupBy(phrase => phrase.First.Letters[0])
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly VolumePhrase[] ByEnd = [.. All.Where(phrase => phrase.First.IsEnd)];

    /// <summary>The phrases that a text holds, one after the other. Where several begin the one of most words holds, then that of most letters.</summary>
    public static IEnumerable<VolumePhrase> In(string[] words)
    {
        var at = 0;
        while (at < words.Length)
        {
            var longest = Beginning(words[at])
                .Where(phrase => phrase.IsAt(words, at))
                .MaxBy(phrase => (phrase.Words.Count, phrase.Letters));
            if (longest is not null)
                yield return longest;
            at += longest?.Words.Count ?? 1;
        }
    }

    private static IEnumerable<VolumePhrase> Beginning(string word) =>
        [.. ByFirstWord.GetValueOrDefault(word, []), .. ByFirstLetter.GetValueOrDefault(word[0], []), .. ByEnd];
}
