using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>
/// Values facts of the streams anew after something else was recorded that they must not count again: whichever of two overlapping facts is entered
/// first, the ledger ends the same. It is called in the transaction of the other write, after its posting.
/// </summary>
internal static class RevalueStreams
{
    private static readonly string Buyers = EmbeddedSql.Read("Records.IndirectValue.buyers_of_orders.sql");

    private static readonly StreamFactKind[] NamingContacts = [StreamFactKind.Retention, StreamFactKind.Referral];

    /// <summary>After sales or refunds of some contacts changed.</summary>
    public static async Task AfterSalesAsync(
        DatabaseSession session,
        IReadOnlyCollection<(ClientId ClientId, string? Contact)> sales,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var contacts = sales.Where(sale => sale.Contact is not null).ToHashSet();
        if (contacts.Count == 0)
            return;
        var clients = contacts.Select(sale => sale.ClientId).Distinct().ToList();
        var facts = await session
            .Db.Set<StreamFact>()
            .Where(fact => clients.Contains(fact.ClientId) && NamingContacts.Contains(fact.Kind) && fact.RetractedAt == null)
            .ToListAsync(cancellationToken);
        var named = facts.Where(fact => BookedSales.ContactsOf(fact.Statement).Any(contact => contacts.Contains((fact.ClientId, contact))));
        await StreamIntake.RevalueAsync(session, [.. named], now, cancellationToken);
    }

    /// <summary>After other claims on some orders changed: what is left of a sale for the sale itself is another amount then.</summary>
    public static async Task AfterOrdersAsync(
        DatabaseSession session,
        IReadOnlyCollection<(ClientId ClientId, string Order)> orders,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (orders.Count == 0)
            return;
        var buyers = new List<(ClientId, string?)>();
        await using (
            var command = session
                .Command(Buyers)
                .With(
                    session.TenantId,
                    orders.Select(order => session.Visible(order.ClientId)).ToArray(),
                    orders.Select(order => order.Order).ToArray()
                )
        )
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
                buyers.Add((reader.GetId<ClientId>(0), reader.GetString(1)));
        await AfterSalesAsync(session, buyers, now, cancellationToken);
    }

    /// <summary>After the priced traffic of some pages changed: a link's replacement cost and its page's traffic exclude each other.</summary>
    public static async Task AfterPagesAsync(
        DatabaseSession session,
        IReadOnlyCollection<(ClientId ClientId, string Page)> pages,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (pages.Count == 0)
            return;
        var clients = pages.Select(page => page.ClientId).Distinct().ToList();
        var links = await session
            .Db.Set<StreamFact>()
            .Where(fact => clients.Contains(fact.ClientId) && fact.Kind == StreamFactKind.Backlink && fact.RetractedAt == null)
            .ToListAsync(cancellationToken);
        var leading = links.Where(fact => fact.Content is Backlink { TargetPage: { } page } && pages.Contains((fact.ClientId, page)));
        await StreamIntake.RevalueAsync(session, [.. leading], now, cancellationToken);
    }

    /// <summary>After a referral was taken back: another one may take its place in the chain.</summary>
    public static async Task AfterReferralAsync(
        DatabaseSession session,
        StreamFact retracted,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (retracted.Kind != StreamFactKind.Referral)
            return;
        var others = await session
            .Db.Set<StreamFact>()
            .Where(fact => fact.ClientId == retracted.ClientId && fact.Kind == StreamFactKind.Referral && fact.RetractedAt == null)
            .ToListAsync(cancellationToken);
        await StreamIntake.RevalueAsync(session, others, now, cancellationToken);
    }
}
