using System.Runtime.InteropServices;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Metrics.Journeys;
using AgencyRoi.Platform.Database;
using Npgsql;

namespace AgencyRoi.Records.Journeys;

/// <summary>The journeys of some people around some moments: which touches count for which of their conversions, and what these are credited with.</summary>
internal sealed class CreditedJourneys
{
    /// <summary>Of a person with more touches in two years the latest are read: it is a machine.</summary>
    private const int MostTouches = 1000;

    private static readonly string TouchesOfKeys = EmbeddedSql.Read("Records.Journeys.touches_of_keys.sql");
    private static readonly string SalesOfKeys = EmbeddedSql.Read("Records.Journeys.sales_of_keys.sql");

    private readonly Dictionary<(ClientId ClientId, string ExternalReference), SaleJourney> found = [];
    private readonly Dictionary<Guid, SaleJourney?> ofSales = [];
    private readonly Dictionary<Guid, WalkedConversion> walked = [];

    private CreditedJourneys() { }

    /// <summary>The stored conversions that were looked at, by their ids.</summary>
    public IReadOnlyDictionary<Guid, SaleJourney?> OfSales => ofSales;

    /// <summary>Null: no touch lies in its look-back, and it belongs to the channel that it names.</summary>
    public SaleJourney? Of(ClientId client, string externalReference) => found.GetValueOrDefault((client, externalReference));

    /// <summary>The stored conversions that were looked at, with the touches of their look-back, excluded ones among them.</summary>
    public IReadOnlyDictionary<Guid, WalkedConversion> Walked => walked;

    /// <param name="around">Moments of touches or conversions that are new, different or gone. The conversions that can be credited otherwise for them are looked at.</param>
    /// <param name="stated">Conversions that are about to be stored.</param>
    /// <param name="replaced">The references of those and of sales that no longer name anybody: what is stored under them does not count any more.</param>
    public static Task<CreditedJourneys> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<JourneyMoment> around,
        IReadOnlyCollection<ConversionRow> stated,
        IReadOnlySet<(ClientId ClientId, string ExternalReference)> replaced,
        CancellationToken cancellationToken
    ) => WalkAsync(session, around, stated, replaced, cancellationToken);

    /// <summary>The same of what is stored.</summary>
    public static Task<CreditedJourneys> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<JourneyMoment> around,
        CancellationToken cancellationToken
    ) => WalkAsync(session, around, stated: [], new HashSet<(ClientId, string)>(), cancellationToken);

    private static async Task<CreditedJourneys> WalkAsync(
        DatabaseSession session,
        IReadOnlyCollection<JourneyMoment> around,
        IReadOnlyCollection<ConversionRow> stated,
        IReadOnlySet<(ClientId ClientId, string ExternalReference)> replaced,
        CancellationToken cancellationToken
    )
    {
        var journeys = new CreditedJourneys();
        if (around.Count == 0)
            return journeys;
        var spans = around
            .GroupBy(moment => (moment.ClientId, moment.JourneyKey))
            .ToDictionary(
                person => person.Key,
                person =>
                    (
                        Since: person.Min(moment => moment.At) - JourneyTerms.LongestLookBack,
                        Until: person.Max(moment => moment.At) + JourneyTerms.LongestLookBack
                    )
            );
        var (touches, sales) = await ReadAsync(session, spans, cancellationToken);
        var terms = await JourneyTerms.LoadAsync(session, [.. spans.Keys.Select(person => person.ClientId).Distinct()], cancellationToken);
        var statedOf = stated.ToLookup(sale => (sale.ClientId, sale.JourneyKey));
        foreach (var person in spans.Keys)
        {
            var conversions = sales[person]
                .Where(sale => !replaced.Contains((sale.ClientId, sale.ExternalReference)))
                .Concat(statedOf[person])
                .OrderBy(sale => sale.At)
                .ThenBy(sale => sale.CreatedAt)
                .ThenBy(sale => sale.ExternalReference, StringComparer.Ordinal)
                .ToList();
            journeys.Walk(
                terms,
                touches.GetValueOrDefault(person, []),
                conversions,
                from: spans[person].Since + JourneyTerms.LongestLookBack
            );
        }
        return journeys;
    }

    private void Walk(JourneyTerms terms, List<TouchRow> touches, List<ConversionRow> conversions, DateTimeOffset from)
    {
        var spans = JourneyWalk.OfConversions(
            [.. touches.Select(touch => touch.At)],
            [.. conversions.Select(conversion => new Conversion(conversion.At, terms.LookBackOf(conversion)))]
        );
        foreach (var (conversion, span) in conversions.Zip(spans))
        {
            // Of earlier ones not all touches were read; they are not touched by what changed.
            if (conversion.At < from)
                continue;
            var own = CollectionsMarshal.AsSpan(touches)[span.First..span.End];
            var journey = own.IsEmpty ? null : JourneyCrediting.Credit(terms, conversion, own);
            if (journey is not null)
                found[(conversion.ClientId, conversion.ExternalReference)] = journey;
            if (conversion.SaleId is { } sale)
            {
                ofSales[sale] = journey;
                walked[sale] = new(conversion, terms.RuleOf(conversion), own.ToArray());
            }
        }
    }

    private static async Task<(Dictionary<(ClientId, Guid), List<TouchRow>>, ILookup<(ClientId, Guid), ConversionRow>)> ReadAsync(
        DatabaseSession session,
        Dictionary<(ClientId ClientId, Guid JourneyKey), (DateTimeOffset Since, DateTimeOffset Until)> spans,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients = [.. spans.Keys.Select(person => session.Visible(person.ClientId))];
        Guid[] keys = [.. spans.Keys.Select(person => person.JourneyKey)];
        DateTime[] since = [.. spans.Values.Select(span => span.Since.UtcDateTime)];
        DateTime[] until = [.. spans.Values.Select(span => span.Until.UtcDateTime)];
        await using var batch = session.Batch();
        batch.AddInOrderOfIndex(TouchesOfKeys, session.TenantId, clients, keys, since, until, MostTouches);
        batch.AddInOrderOfIndex(SalesOfKeys, session.TenantId, clients, keys, since, until);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var touches = await ReadTouchesAsync(reader, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return (touches, await ReadSalesAsync(reader, cancellationToken));
    }

    private static async Task<Dictionary<(ClientId, Guid), List<TouchRow>>> ReadTouchesAsync(
        NpgsqlDataReader reader,
        CancellationToken cancellationToken
    )
    {
        var touches = new Dictionary<(ClientId, Guid), List<TouchRow>>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var person = (reader.GetId<ClientId>(0), reader.GetGuid(1));
            if (!touches.TryGetValue(person, out var own))
                touches[person] = own = [];
            own.Add(
                new()
                {
                    Id = reader.GetGuid(2),
                    At = reader.GetFieldValue<DateTimeOffset>(3),
                    ChannelId = reader.IsDBNull(4) ? null : reader.GetId<ChannelId>(4),
                    CampaignId = reader.IsDBNull(5) ? null : reader.GetId<CampaignId>(5),
                    CreatesLead = reader.GetBoolean(6),
                    CreatesOpportunity = reader.GetBoolean(7),
                    HasBasis = reader.GetBoolean(8),
                }
            );
        }
        // They come the latest first, so that of very many the earliest are left out.
        foreach (var own in touches.Values)
            own.Reverse();
        return touches;
    }

    private static async Task<ILookup<(ClientId, Guid), ConversionRow>> ReadSalesAsync(
        NpgsqlDataReader reader,
        CancellationToken cancellationToken
    )
    {
        var sales = new List<ConversionRow>();
        while (await reader.ReadAsync(cancellationToken))
            sales.Add(
                new()
                {
                    ClientId = reader.GetId<ClientId>(0),
                    JourneyKey = reader.GetGuid(1),
                    SaleId = reader.GetGuid(2),
                    ExternalReference = reader.GetString(3),
                    At = reader.GetFieldValue<DateTimeOffset>(4),
                    Day = reader.GetFieldValue<DateOnly>(5),
                    GoalId = reader.IsDBNull(6) ? null : reader.GetId<GoalId>(6),
                    CreatedAt = reader.GetFieldValue<DateTimeOffset>(7),
                }
            );
        return sales.ToLookup(sale => (sale.ClientId, sale.JourneyKey));
    }
}

/// <summary>A stored conversion and the touches of its look-back.</summary>
/// <param name="Rule">Of the attribution policy that holds on its day.</param>
internal sealed record WalkedConversion(ConversionRow Conversion, AttributionModel Rule, IReadOnlyList<TouchRow> Touches);
