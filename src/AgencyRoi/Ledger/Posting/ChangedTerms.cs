using System.Text.Json;
using AgencyRoi.Ledger.Entries;

namespace AgencyRoi.Ledger.Posting;

/// <summary>The entries of a fact for a whole unit, and the share of the unit that it claims.</summary>
internal readonly record struct WholeEntry(LedgerEntry Entry, decimal Claimed);

/// <summary>
/// Tells by which terms a fact is worth something else now. It needs to know nothing of the kind of fact: a line carries its rates, and the
/// inputs of its method by name.
/// </summary>
internal static class ChangedTerms
{
    private const string PolicyInput = "factor";

    // The ledger keeps rates at sixteen places.
    private const int RatePlaces = 16;

    /// <summary>
    /// Null: nothing is worth anything else. Rates, inputs or the version of a method that differ without moving an amount or its return class are no change:
    /// an entry says by which version it was made, and a new version that values a fact as the one before did takes nothing back.
    /// </summary>
    public static EntryCause? Between(IReadOnlyList<WholeEntry> posted, IReadOnlyList<WholeEntry> now)
    {
        if (posted.Count != now.Count)
            return EntryCause.Terms;
        var changed = Pairs(posted, now).Where(pair => !IsSame(pair.First, pair.Second)).ToList();
        if (changed.Count == 0)
            return null;
        var causes = changed.SelectMany(pair => Causes(pair.First, pair.Second)).Distinct().ToList();
        return causes is [var only] ? only : EntryCause.Terms;
    }

    // Most facts have one entry, and sorting it would be most of the work for a revaluation of very many.
    private static IEnumerable<(WholeEntry First, WholeEntry Second)> Pairs(
        IReadOnlyList<WholeEntry> posted,
        IReadOnlyList<WholeEntry> now
    ) => posted.Count == 1 ? [(posted[0], now[0])] : InOrder(posted).Zip(InOrder(now));

    private static IOrderedEnumerable<WholeEntry> InOrder(IEnumerable<WholeEntry> lines) =>
        lines
            .OrderBy(line => line.Entry.Viewpoint)
            .ThenBy(line => line.Entry.Kind.Side)
            .ThenBy(line => line.Entry.Unit, StringComparer.Ordinal)
            .ThenBy(line => line.Entry.Day)
            .ThenBy(line => line.Entry.Kind.Code, StringComparer.Ordinal)
            .ThenBy(line => line.Entry.Kind.ReturnClass)
            .ThenBy(line => line.Entry.ChannelId)
            .ThenBy(line => line.Entry.CampaignId);

    private static bool IsSame(WholeEntry left, WholeEntry right) =>
        left.Entry.Client == right.Entry.Client && left.Entry.Agency == right.Entry.Agency && HasSameTerms(left, right);

    private static bool HasSameTerms(WholeEntry left, WholeEntry right)
    {
        return Kind(left.Entry) == Kind(right.Entry) && Place(left) == Place(right);

        static (DateOnly, EntryKind, string) Kind(LedgerEntry entry) => (entry.Day, entry.Kind, entry.Method);
        static (Guid, Guid, Guid, string, decimal, decimal) Place(WholeEntry line) =>
            (line.Entry.ChannelId, line.Entry.CampaignId, line.Entry.GoalId, line.Entry.Unit, line.Entry.Quantity, line.Claimed);
    }

    private static IEnumerable<EntryCause> Causes(WholeEntry posted, WholeEntry now)
    {
        var (old, fresh) = (posted.Entry, now.Entry);
        if (!HasSameTerms(posted, now))
            yield return EntryCause.Terms;
        var differing = DifferingInputs(old.Inputs, fresh.Inputs);
        if (differing.Contains(PolicyInput))
            yield return EntryCause.Policy;
        var anotherCurrency = old.OriginalCurrency != fresh.OriginalCurrency;
        if (anotherCurrency || differing.Any(name => name != PolicyInput))
            yield return EntryCause.Value;
        // A value in another currency brings its own rates along.
        if (!anotherCurrency && Rates(old) != Rates(fresh))
            yield return EntryCause.ExchangeRate;
    }

    private static (decimal, decimal) Rates(LedgerEntry entry) => (Rounded(entry.ClientRate), Rounded(entry.AgencyRate));

    private static decimal Rounded(decimal rate) => decimal.Round(rate, RatePlaces, MidpointRounding.AwayFromZero);

    private static HashSet<string> DifferingInputs(string old, string fresh)
    {
        var before = JsonSerializer.Deserialize<Dictionary<string, string>>(old)!;
        var after = JsonSerializer.Deserialize<Dictionary<string, string>>(fresh)!;
        return [.. before.Keys.Union(after.Keys).Where(name => before.GetValueOrDefault(name) != after.GetValueOrDefault(name))];
    }
}
