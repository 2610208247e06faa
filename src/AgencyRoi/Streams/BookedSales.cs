using AgencyRoi.Database;
using AgencyRoi.Ledger;

namespace AgencyRoi.Streams;

/// <summary>
/// What the ledger counts of the sales of contacts that a fact names. A lifetime value, or the worth of a customer who was kept, holds these sales
/// too: they are taken off it, since a sale is counted once.
/// </summary>
internal sealed class BookedSales
{
    private static readonly string Sums = EmbeddedSql.Read("Streams.booked_sales.sql");

    private readonly ILookup<(Guid ClientId, string Contact), Entry> entries;

    private BookedSales(ILookup<(Guid, string), Entry> entries) => this.entries = entries;

    public static async Task<BookedSales> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<StreamFactDraft> drafts,
        CancellationToken cancellationToken
    )
    {
        var clients = drafts.Where(draft => ContactsOf(draft).Any()).Select(draft => draft.ClientId).Distinct().ToArray();
        var contacts = drafts.SelectMany(ContactsOf).Distinct().ToArray();
        if (contacts.Length == 0)
            return new BookedSales(Array.Empty<Entry>().ToLookup(entry => (entry.ClientId, entry.Contact)));

        await using var command = session.Command(Sums).With(session.TenantId, clients, contacts);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<Entry>();
        while (await reader.ReadAsync(cancellationToken))
            found.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateOnly>(2), reader.GetDecimal(3)));
        return new BookedSales(found.ToLookup(entry => (entry.ClientId, entry.Contact)));
    }

    /// <summary>In the client's currency.</summary>
    public decimal Of(StreamFactDraft draft) =>
        ContactsOf(draft)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(contact => entries[(draft.ClientId, contact)])
            .Where(entry => entry.Day >= draft.OccurredOn && entry.Day <= LastDayOf(draft))
            .Sum(entry => entry.Amount);

    /// <summary>The contacts whose sales a fact's value would count again.</summary>
    public static IEnumerable<string> ContactsOf(StreamFactDraft draft) =>
        draft.Content switch
        {
            RetentionComparison retention => retention.ContactReferences ?? [],
            ReferredCustomer referred => [referred.Customer],
            _ => [],
        };

    // The value of a referred customer reaches over a horizon: without a last day all later orders are part of it.
    private static DateOnly LastDayOf(StreamFactDraft draft) =>
        draft.EndsOn ?? (draft.Content is ReferredCustomer ? DateOnly.MaxValue : draft.OccurredOn);

    private sealed record Entry(Guid ClientId, string Contact, DateOnly Day, decimal Amount);
}
