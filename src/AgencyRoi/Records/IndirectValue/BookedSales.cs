using AgencyRoi.Ledger.Entries;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>
/// What the ledger counts of the sales of contacts that a fact names. A lifetime value, or the worth of a customer who was kept, holds these sales
/// too: they are taken off it, since a sale is counted once.
/// </summary>
internal sealed class BookedSales
{
    private const string SalesOfContacts = """
        select id, client_id, contact_reference from app.sales where tenant_id = $1 and client_id = any($2) and contact_reference = any($3)
        """;

    private const string RefundsOfSales =
        "select id, sale_id from app.refunds where tenant_id = $1 and client_id = any($2) and sale_id = any($3)";

    private static readonly string Sums = EmbeddedSql.Read("Records.IndirectValue.booked_sales.sql");

    private readonly ILookup<(ClientId ClientId, string Contact), Entry> entries;

    private BookedSales(ILookup<(ClientId, string), Entry> entries) => this.entries = entries;

    /// <param name="revalued">Sales and refunds that are worth something else now than the ledger holds: what it holds is taken from these instead.</param>
    public static async Task<BookedSales> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactStatement> statements,
        IReadOnlyList<FactPosting> revalued,
        CancellationToken cancellationToken
    )
    {
        var clients = session.Visible(
            statements.Where(statement => ContactsOf(statement).Any()).Select(statement => statement.ClientId).Distinct()
        );
        var contacts = statements.SelectMany(ContactsOf).Distinct().ToArray();
        if (contacts.Length == 0)
            return new BookedSales(Array.Empty<Entry>().ToLookup(entry => (entry.ClientId, entry.Contact)));

        var contactOf = await SourcesAsync(session, clients, contacts, cancellationToken);
        var anew = revalued.Where(fact => contactOf.ContainsKey(fact.SourceId)).ToDictionary(fact => fact.SourceId);
        await using var command = session.Command(Sums).With(session.TenantId, clients, contactOf.Keys.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Entry>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var (source, unit, day) = (reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2));
            var amount = anew.TryGetValue(source, out var fact) ? Worth(fact, unit, reader.GetDecimal(3)) : reader.GetDecimal(4);
            found.Add(new(contactOf[source].ClientId, contactOf[source].Contact, day, amount));
        }
        return new BookedSales(found.ToLookup(entry => (entry.ClientId, entry.Contact)));
    }

    // Single scans with lists and no joins, as in the ledger's own way: in the middle of an import a planner knows nothing of the tables yet, and a join took
    // longer than a statement may.
    private static async Task<Dictionary<Guid, (ClientId ClientId, string Contact)>> SourcesAsync(
        DatabaseSession session,
        ClientId[] clients,
        string[] contacts,
        CancellationToken cancellationToken
    )
    {
        var contactOf = new Dictionary<Guid, (ClientId ClientId, string Contact)>();
        await using (var sales = session.Command(SalesOfContacts).With(session.TenantId, clients, contacts))
        await using (var reader = await sales.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                contactOf[reader.GetGuid(0)] = (reader.GetId<ClientId>(1), reader.GetString(2));
        await using (var refunds = session.Command(RefundsOfSales).With(session.TenantId, clients, contactOf.Keys.ToArray()))
        await using (var reader = await refunds.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                contactOf[reader.GetGuid(0)] = contactOf[reader.GetGuid(1)];
        return contactOf;
    }

    /// <summary>
    /// In the client's currency, never below zero: refunds in the fact's days of sales from before them take back what the fact never held.
    /// </summary>
    public decimal Of(StreamFactStatement statement) =>
        Math.Max(
            0m,
            ContactsOf(statement)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(contact => entries[(statement.ClientId, contact)])
                .Where(entry => entry.Day >= statement.OccurredOn && entry.Day < EndOf(statement))
                .Sum(entry => entry.Amount)
        );

    /// <summary>The contacts whose sales a fact's value would count again.</summary>
    public static IEnumerable<string> ContactsOf(StreamFactStatement statement) =>
        statement.Content switch
        {
            Retention retention => retention.ContactReferences ?? [],
            Referral referred => [referred.Customer],
            _ => [],
        };

    // A sale that is split among channels claims its unit in parts, which are served in their order.
    private static decimal Worth(FactPosting fact, string unit, decimal granted)
    {
        var (worth, left) = (0m, granted);
        foreach (
            var line in fact.Entries.Where(line => (line.Viewpoint, line.Kind.Side, line.Unit) == (Viewpoint.Client, EntrySide.Value, unit))
        )
        {
            var share = line.IsClaim ? Math.Min(line.Share, left) : 1m;
            worth += line.ClientAt(share).Amount;
            left -= line.IsClaim ? share : 0m;
        }
        return worth;
    }

    // The value of a referred customer reaches over a horizon: without an end all later orders are part of it.
    private static DateOnly EndOf(StreamFactStatement statement) =>
        statement.To ?? (statement.Content is Referral ? DateRange.NoEnd : statement.OccurredOn.AddDays(1));

    private sealed record Entry(ClientId ClientId, string Contact, DateOnly Day, decimal Amount);
}
