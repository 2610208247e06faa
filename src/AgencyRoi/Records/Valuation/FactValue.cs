using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Valuation;

/// <summary>The value of a statement: the entries that it comes to.</summary>
/// <param name="Entries">None: it is worth nothing.</param>
internal sealed record FactValue<TFact>(IReadOnlyList<ValuedEntry> Entries)
{
    /// <summary>Notes on the fact what it was valued by.</summary>
    public Action<TFact>? Note { get; init; }

    /// <summary>The postings of other facts that are worth something else with it.</summary>
    public Func<IEnumerable<FactPosting>>? Others { get; init; }

    public FactDoubt? Doubt { get; init; }
}

/// <summary>A statement of a client, with the fact that is known by its reference.</summary>
/// <param name="Known">Null: it is new.</param>
internal readonly record struct Stated<TFact, TStatement>(TStatement Statement, TFact? Known, ClientId ClientId, ClientTerms Client)
    where TFact : class;
