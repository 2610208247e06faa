using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Posting;

/// <summary>Terms, and how many entries of one kind and place stand by them.</summary>
internal readonly record struct TermsInUse(PostedTerms Terms, long Entries);

/// <summary>A fact of which a claim waits for its unit.</summary>
/// <param name="Day">The fact's own.</param>
internal readonly record struct WaitingFact(ClientId ClientId, SourceKind Kind, DateOnly Day, Guid Id);

/// <summary>
/// By which terms the ledger holds facts of some clients, without the facts: from the rollup of terms, which grows with the days and the terms. What stands by
/// terms that hold is worth what it was posted at.
/// </summary>
internal sealed class StandingTerms
{
    private static readonly string Terms = EmbeddedSql.Read("Ledger.Posting.standing_terms.sql");
    private static readonly string WaitingFacts = EmbeddedSql.Read("Ledger.Posting.waiting_facts.sql");

    private readonly ILookup<SourceKind, TermsInUse> terms;
    private readonly ILookup<SourceKind, WaitingFact> waiting;

    private StandingTerms(IEnumerable<TermsInUse> terms, IEnumerable<WaitingFact> waiting) =>
        (this.terms, this.waiting) = (terms.ToLookup(row => row.Terms.Kind), waiting.ToLookup(fact => fact.Kind));

    public IEnumerable<TermsInUse> Of(SourceKind kind) => terms[kind];

    /// <summary>Some of their entries may stand, and are counted with the others.</summary>
    public IEnumerable<WaitingFact> WaitingOf(SourceKind kind) => waiting[kind];

    /// <param name="from">The first day of the entries.</param>
    public static async Task<StandingTerms> ReadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        DateOnly from,
        IReadOnlyCollection<SourceKind> kinds,
        CancellationToken cancellationToken
    )
    {
        var (clients, codes) = (session.Visible(clientIds), kinds.Select(EnumCode.Of).ToArray());
        var batch = new QueryBatch();
        var terms = batch.Add(
            new BatchQuery<List<TermsInUse>>(
                BatchCommands.Of(Terms, session.TenantId, clients, from, codes),
                (reader, token) => ReadAsync(reader, ReadTerms, token)
            )
        );
        var waiting = batch.Add(
            new BatchQuery<List<WaitingFact>>(
                BatchCommands.Of(WaitingFacts, session.TenantId, clients, codes),
                (reader, token) => ReadAsync(reader, ReadWaiting, token)
            )
        );
        await batch.RunAsync(session, cancellationToken);
        return new(terms.Value, waiting.Value);
    }

    private static async Task<List<T>> ReadAsync<T>(
        NpgsqlDataReader reader,
        Func<NpgsqlDataReader, T> row,
        CancellationToken cancellationToken
    )
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));
        return rows;
    }

    private static TermsInUse ReadTerms(NpgsqlDataReader reader)
    {
        var kind = EntryKindCode.Parse(reader.GetString(3));
        decimal? factor = reader.IsDBNull(13) ? null : reader.GetDecimal(13);
        return new(
            new()
            {
                ClientId = reader.GetId<ClientId>(0),
                Kind = EnumCode.Parse<SourceKind>(reader.GetString(1)),
                Day = reader.GetFieldValue<DateOnly>(2),
                Code = kind.Code,
                Grade = kind.CostCategory is null ? kind.Grade : null,
                Basis = factor is null ? null : kind.Basis,
                ChannelId = reader.GetGuid(4),
                CampaignId = reader.GetGuid(5),
                GoalId = reader.GetGuid(6),
                Method = new ValuationMethod(reader.GetString(7), reader.GetInt32(8)),
                Currency = reader.GetString(9),
                Rates = new LedgerRates(reader.GetDecimal(10), reader.GetDecimal(11)),
                UnitPrice = reader.IsDBNull(12) ? null : reader.GetDecimal(12),
                Factor = factor,
            },
            reader.GetInt64(14)
        );
    }

    private static WaitingFact ReadWaiting(NpgsqlDataReader reader) =>
        new(
            reader.GetId<ClientId>(0),
            EnumCode.Parse<SourceKind>(reader.GetString(1)),
            reader.GetFieldValue<DateOnly>(2),
            reader.GetGuid(3)
        );
}
