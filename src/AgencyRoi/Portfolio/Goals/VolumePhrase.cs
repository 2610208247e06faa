namespace AgencyRoi.Portfolio.Goals;

/// <summary>A phrase of the table, with the kind that it stands under.</summary>
internal sealed record VolumePhrase(string Kind, IReadOnlyList<PhraseWord> Words)
{
    public PhraseWord First => Words[0];

    public int Letters { get; } = Words.Sum(word => word.Letters.Length);

    public static VolumePhrase Parse(string kind, string form) =>
        new(kind, [.. form.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(PhraseWord.Parse)]);

    public bool IsAt(string[] words, int at)
    {
        if (at + Words.Count > words.Length)
            return false;
        for (var place = 0; place < Words.Count; place++)
            if (!Words[place].Matches(words[at + place]))
                return false;
        return true;
    }
}

/// <summary>A word of a phrase, or how one begins or ends.</summary>
internal sealed record PhraseWord(string Letters, bool IsBeginning, bool IsEnd)
{
    public bool IsWhole => !IsBeginning && !IsEnd;

    public static PhraseWord Parse(string word) => new(string.Concat(FoldedWords.Of(word)), word.EndsWith('*'), word.StartsWith('*'));

    public bool Matches(string word) =>
        IsBeginning ? word.StartsWith(Letters, StringComparison.Ordinal)
        : IsEnd ? word.EndsWith(Letters, StringComparison.Ordinal)
        : word == Letters;
}
