using AgencyRoi.Platform.Database;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>Erases what is kept of the contacts themselves: keys, attributes, and the texts of offers, stages and legal bases.</summary>
internal static class CardErasing
{
    private const string Keys = "delete from app.contact_keys where tenant_id = $1 and client_id = $2 and contact_id = any($3)";

    // What is known of a person is nothing but personal.
    private const string Attributes = "delete from app.contact_attributes where tenant_id = $1 and client_id = $2 and contact_id = any($3)";

    private const string Contacts = """
        update app.contacts set erased_at = $4, version = version + 1, updated_at = $4 where tenant_id = $1 and client_id = $2 and id = any($3)
        """;

    private static readonly string Offers = EmbeddedSql.Read("Reports.PersonalData.erase_offers.sql");
    private static readonly string Stages = EmbeddedSql.Read("Reports.PersonalData.erase_stages.sql");
    private static readonly string Bases = EmbeddedSql.Read("Reports.PersonalData.erase_legal_bases.sql");

    public static async Task<(int Keys, int Attributes, int Offers, int Stages, int Bases)> EraseAsync(
        DatabaseSession session,
        Person person,
        DateOnly today,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var client = session.Visible(person.ClientId);
        await using var keys = session.Command(Keys).With(session.TenantId, client, person.Contacts);
        await using var attributes = session.Command(Attributes).With(session.TenantId, client, person.Contacts);
        await using var offers = session.Command(Offers).With(session.TenantId, client, person.Contacts, now, ErasedTexts.Prefix);
        await using var stages = session.Command(Stages).With(session.TenantId, client, person.Contacts, now, ErasedTexts.Prefix);
        await using var bases = session.Command(Bases).With(session.TenantId, client, person.Contacts, now, ErasedTexts.Prefix, today);
        await using var contacts = session.Command(Contacts).With(session.TenantId, client, person.Contacts, now);
        // First: what attributes and legal bases said of an offer is kept with it.
        var offerCount = await offers.ExecuteNonQueryAsync(cancellationToken);
        await contacts.ExecuteNonQueryAsync(cancellationToken);
        return (
            await keys.ExecuteNonQueryAsync(cancellationToken),
            await attributes.ExecuteNonQueryAsync(cancellationToken),
            offerCount,
            await stages.ExecuteNonQueryAsync(cancellationToken),
            await bases.ExecuteNonQueryAsync(cancellationToken)
        );
    }
}
