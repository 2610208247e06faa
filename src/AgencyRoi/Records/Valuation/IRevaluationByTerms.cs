using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Valuation;

/// <summary>A kind of fact whose entries say by which terms the fact stands, so that the terms are compared with those of now once for all facts of them.</summary>
internal interface IRevaluationByTerms : IRevaluation
{
    /// <summary>The kinds of its facts that have all entries of a fact by the same terms: only those whose terms changed are valued again.</summary>
    IReadOnlyList<SourceKind> Comparing { get; }

    /// <summary>
    /// The days on which facts of the compared kinds may be worth something else than the ledger holds: all facts of every other day have entries by terms that
    /// hold, or are worth nothing, or are valued again whatever their day. It may name more days, and never fewer. No entry is read.
    /// </summary>
    Task<IReadOnlyCollection<DateOnly>> OpenDaysAsync(
        DatabaseSession session,
        RevaluationScope scope,
        StandingTerms standing,
        CancellationToken cancellationToken
    );
}
