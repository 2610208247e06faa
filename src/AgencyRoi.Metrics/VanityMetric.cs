using System.Collections.Frozen;
using System.Text;

namespace AgencyRoi.Metrics;

/// <summary>
/// Recognises an indicator that counts an audience and nothing else. Such a number follows from the choices made, it is no goal, and it
/// is worth no money: an indicator is one when each of its words is a vanity word or says nothing, and at least one is a vanity word.
/// </summary>
/// <remarks>
/// One further word that means something lets it pass: "customers who reach the checkout", "views of the price list", "followers who
/// became customers". Subscribers alone are followers by another name (that is how video channels call them); newsletter subscribers or
/// paying ones are not. Visits, comments and shares pass: people do something, and a purpose can give it a value.
/// </remarks>
public static class VanityMetric
{
    private static readonly FrozenSet<string> VanityWords = Set(
        """
        follower following follow followed fan fanbase like liked reach reached impression view viewed viewer subscriber subscribed
        reaction heart favorite favourite audience popularity
        """
    );

    private static readonly FrozenSet<string> FillerWords = Set(
        """
        a an the of on in at for to by per from with and or our your their my all any each every more most new net gross total overall
        number count amount quantity volume size sum average mean median rate ratio percent percentage index score
        growth gain gained increase increased rise change trend
        organic paid viral real active unique daily weekly monthly quarterly yearly annual day week month quarter year
        page profile account channel feed post posts video videos story stories reel reels tweet photo content social media network
        people person user users member who that have has is are us
        facebook instagram twitter x linkedin youtube tiktok pinterest snapchat thread mastodon bluesky reddit tumblr vimeo twitch
        whatsapp telegram xing google meta fb ig yt
        """
    );

    public static bool IsVanity(string indicator)
    {
        var words = Words(indicator).ToList();
        return words.Any(IsIn(VanityWords)) && words.All(word => IsIn(VanityWords)(word) || IsIn(FillerWords)(word));
    }

    private static IEnumerable<string> Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Select(Narrow).Select(char.ToLowerInvariant))
            folded.Append(char.IsLetterOrDigit(letter) ? letter : ' ');
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !char.IsDigit(word[0]));
    }

    // Full-width letters, as some keyboards write them. String.Normalize does nothing in a program without ICU, which this one is.
    private static char Narrow(char letter) => letter is >= '\uFF01' and <= '\uFF5E' ? (char)(letter - 0xFEE0) : letter;

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static Func<string, bool> IsIn(FrozenSet<string> words) =>
        word =>
            words.Contains(word)
            || (word.EndsWith('s') && words.Contains(word[..^1]))
            || (word.EndsWith("es", StringComparison.Ordinal) && words.Contains(word[..^2]));
}
