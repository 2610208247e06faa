using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Reports.Caveats;
using AgencyRoi.Reports.Periods;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyRoi.Tests.Reports.Periods;

/// <summary>What restating would post, found in two ways.</summary>
internal static class Revaluing
{
    /// <summary>
    /// Values the facts whose terms changed, and all of them one by one, in one view of the database: both post the same rows, and one fact of each set of terms
    /// tells in the same figures and on the same days that something changes.
    /// </summary>
    /// <returns>How many facts were valued again, and the rows.</returns>
    public static async Task<(int Valued, List<LedgerEntry> Entries)> RevaluedAsync(
        this AgencyApp app,
        TestAgency agency,
        Guid clientId,
        DateOnly? from = null
    )
    {
        var revaluations = app.Services.GetRequiredService<Revaluations>();
        await using var session = await app.Database.ReadAsync(agency.Tenant);
        var changed = await revaluations.ValueAgainAsync(session, [new(clientId)], from ?? DateOnly.MinValue, default);
        var all = await revaluations.ValueAllAgainAsync(session, new(clientId), from ?? DateOnly.MinValue, default);
        var entries = await LedgerWriter.PreviewAsync(session, changed, default);
        var expected = await LedgerWriter.PreviewAsync(session, all, default);

        Assert.Equal(Unnumbered(expected), Unnumbered(entries));
        var sampled = await ChangedFigures.LoadAsync(session, revaluations, [new(clientId)], from ?? DateOnly.MinValue, default);
        Assert.Empty(Places(expected).Except(Places(sampled)));
        Assert.Empty(Places(sampled).Except(Places(expected)));
        return (changed.Count, [.. entries]);
    }

    private static HashSet<(EntryKeys, DateOnly)> Places(IEnumerable<LedgerEntry> entries) =>
        [.. entries.Select(entry => (EntryKeys.Of(entry), entry.Day))];

    // Rows of one posting come in the order in which the facts were read.
    private static List<string> Unnumbered(IEnumerable<LedgerEntry> entries) =>
        [.. entries.Select(entry => (entry with { LineNo = 0 }).ToString()).Order(StringComparer.Ordinal)];
}
