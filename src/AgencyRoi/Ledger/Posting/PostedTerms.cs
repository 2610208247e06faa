using System.Globalization;
using AgencyRoi.Ledger.Entries;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Ledger.Posting;

/// <summary>By which terms facts of one kind and day stand in the ledger.</summary>
internal sealed record PostedTerms
{
    public required ClientId ClientId { get; init; }

    public required SourceKind Kind { get; init; }

    public required DateOnly Day { get; init; }

    public required string Currency { get; init; }

    public required LedgerRates Rates { get; init; }

    /// <summary>Of the value stream or of the cost category.</summary>
    public required string Code { get; init; }

    /// <summary>Null where there is a category, so that both sides of a fee stand by the same terms; the basis too, since there is no factor.</summary>
    public required EvidenceGrade? Grade { get; init; }

    public required ValuationBasis? Basis { get; init; }

    /// <summary>The nil id stands for none, here and in the two that follow.</summary>
    public required Guid ChannelId { get; init; }

    public required Guid CampaignId { get; init; }

    public required Guid GoalId { get; init; }

    public required ValuationMethod Method { get; init; }

    /// <summary>The value of a unit or the price of a click, as the inputs say; null where the method has neither.</summary>
    public required decimal? UnitPrice { get; init; }

    /// <summary>The share that the evidence let into the adjusted total; null where the method does not say.</summary>
    public required decimal? Factor { get; init; }
}

/// <summary>
/// The facts of some clients whose entries stand by one set of terms, so that the terms can be compared with those of now once for all of them: a fact says
/// what it said when it was posted, and by the same terms it is worth the same. Facts that have no entry, a claim that waits, or entries by several
/// terms are not among them.
/// </summary>
internal sealed class FactsByPostedTerms
{
    private static readonly string FromADayOn = EmbeddedSql.Read("Ledger.Posting.facts_by_terms.sql");
    private static readonly string OnDays = EmbeddedSql.Read("Ledger.Posting.facts_by_terms_on_days.sql");

    private readonly Dictionary<PostedTerms, HashSet<Guid>> facts = [];
    private readonly List<(PostedTerms Terms, HashSet<Guid> Facts)> places = [];
    private readonly Dictionary<Guid, PostedTerms> samples = [];
    private readonly IReadOnlySet<PostedTerms>? whole;

    private FactsByPostedTerms() { }

    private FactsByPostedTerms(FactsByPostedTerms all, IReadOnlySet<PostedTerms> whole) =>
        (facts, places, this.whole) = (all.facts, all.places, whole);

    /// <summary>None is known: each fact has to be valued.</summary>
    public static FactsByPostedTerms None { get; } = new();

    /// <param name="from">The first day of the facts.</param>
    /// <param name="kinds">Those that post all entries of a fact by the same terms.</param>
    public static async Task<FactsByPostedTerms> ReadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        DateOnly from,
        IEnumerable<SourceKind> kinds,
        CancellationToken cancellationToken
    )
    {
        await using var command = session
            .Command(FromADayOn)
            .With(session.TenantId, session.Visible(clientIds), from, kinds.Select(EnumCode.Of).ToArray());
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The same of some days alone, each of one kind: of facts with entries of several days only a part may be seen.</summary>
    public static async Task<FactsByPostedTerms> ReadAsync(
        DatabaseSession session,
        IReadOnlyCollection<ClientId> clientIds,
        IReadOnlyCollection<(SourceKind Kind, DateOnly Day)> days,
        CancellationToken cancellationToken
    )
    {
        if (days.Count == 0)
            return None;
        await using var command = session
            .Command(OnDays)
            .With(
                session.TenantId,
                session.Visible(clientIds),
                days.Select(day => EnumCode.Of(day.Kind)).ToArray(),
                days.Select(day => day.Day).ToArray()
            );
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<FactsByPostedTerms> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var found = new FactsByPostedTerms();
        var termsOf = new Dictionary<Guid, PostedTerms>();
        var ambiguous = new HashSet<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var terms = new PostedTerms
            {
                Kind = EnumCode.Parse<SourceKind>(reader.GetString(0)),
                Day = reader.GetFieldValue<DateOnly>(1),
                Currency = reader.GetString(2),
                Rates = new LedgerRates(reader.GetDecimal(3), reader.GetDecimal(4)),
                Code = reader.GetString(5),
                Grade = reader.IsDBNull(6) ? null : EnumCode.Parse<EvidenceGrade>(reader.GetString(6)),
                Basis = reader.IsDBNull(7) ? null : EnumCode.Parse<ValuationBasis>(reader.GetString(7)),
                ChannelId = reader.GetGuid(8),
                CampaignId = reader.GetGuid(9),
                GoalId = reader.GetGuid(10),
                Method = new ValuationMethod(reader.GetString(11), reader.GetInt32(12)),
                UnitPrice = Number(reader, 13),
                Factor = Number(reader, 14),
                ClientId = reader.GetId<ClientId>(16),
            };
            var posted = reader.GetFieldValue<Guid[]>(15).ToHashSet();
            ambiguous.UnionWith(posted.Where(fact => !termsOf.TryAdd(fact, terms) && termsOf[fact] != terms));
            found.places.Add((terms, posted));
            if (found.facts.TryGetValue(terms, out var others))
                others.UnionWith(posted);
            else
                found.facts.Add(terms, [.. posted]);
        }
        if (ambiguous.Count > 0)
            foreach (var posted in found.facts.Values.Concat(found.places.Select(place => place.Facts)))
                posted.ExceptWith(ambiguous);
        return found;
    }

    /// <summary>
    /// The same for somebody who asks only in which figures something has changed. Of facts that stand by the same terms in the same place among the figures,
    /// one is valued for all when the terms no longer hold: the others change with it.
    /// </summary>
    /// <param name="whole">Terms of which each fact is valued all the same.</param>
    public FactsByPostedTerms Sampled(IReadOnlySet<PostedTerms> whole) => new(this, whole);

    /// <summary>The facts that are valued for others of the same terms, as far as it was asked which are unchanged.</summary>
    public IReadOnlyDictionary<Guid, PostedTerms> Samples => samples;

    private static decimal? Number(NpgsqlDataReader reader, int place) =>
        reader.IsDBNull(place) ? null : decimal.Parse(reader.GetString(place), CultureInfo.InvariantCulture);

    /// <summary>The facts of a kind that need not be valued again, with their terms: these hold, or another fact is valued for them.</summary>
    /// <param name="tell">Whether facts by such terms have all entries on one day; otherwise each is valued. Null: they all have.</param>
    public Dictionary<Guid, PostedTerms> Unchanged(SourceKind kind, Func<PostedTerms, bool> hold, Func<PostedTerms, bool>? tell = null)
    {
        var holding = new Dictionary<Guid, PostedTerms>();
        var changed = new HashSet<PostedTerms>();
        foreach (var (terms, posted) in facts)
            if (terms.Kind == kind && tell?.Invoke(terms) != false && (hold(terms) || (IsSampled(terms, posted) && changed.Add(terms))))
                foreach (var fact in posted)
                    holding.Add(fact, terms);
        foreach (var (terms, posted) in places)
            if (changed.Contains(terms) && posted.Count > 0 && !posted.Any(samples.ContainsKey))
                samples.Add(posted.First(), terms);
        foreach (var sample in samples.Keys)
            holding.Remove(sample);
        return holding;
    }

    private bool IsSampled(PostedTerms terms, HashSet<Guid> posted) => whole?.Contains(terms) == false && posted.Count > 1;
}
