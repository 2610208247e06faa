using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Campaigns;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Goals;

namespace AgencyRoi.Returns.Explain;

[ObjectType<FigureEntry>]
internal static partial class EntryQueries
{
    /// <summary>The fact behind it, as it is now: it may have been corrected since.</summary>
    public static Task<ILedgerSource?> GetSourceAsync(
        [Parent] FigureEntry entry,
        LedgerSources sources,
        CancellationToken cancellationToken
    ) => sources.LoadAsync((entry.SourceKind, entry.SourceId), cancellationToken);
}
