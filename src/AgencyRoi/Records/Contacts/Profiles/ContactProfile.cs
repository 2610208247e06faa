using AgencyRoi.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>Why a completeness of profiles is not defined.</summary>
internal enum CompletenessUndefinedReason
{
    /// <summary>The client wants no attribute of anybody.</summary>
    NothingWanted,

    /// <summary>No contact has a legal basis for profiling on the day.</summary>
    NoContacts,
}

/// <summary>A value that holds on a day.</summary>
/// <param name="AttributeCode">The code of the attribute.</param>
/// <param name="Value">The value.</param>
/// <param name="StatedOn">The day on which it was so, the latest that says something of the attribute.</param>
internal sealed record KnownAttribute(string AttributeCode, string Value, DateOnly StatedOn);

/// <summary>A contact's profile on a day. Archived attributes are no part of it.</summary>
/// <param name="WantedCount">The attributes that the client wants of everybody.</param>
/// <param name="KnownWantedCount">Those of them that are known.</param>
/// <param name="Completeness">Known wanted ÷ wanted, six places. Null: undefined.</param>
/// <param name="UndefinedReason">Why there is no completeness. Null: there is one.</param>
/// <param name="Attributes">All that is known, wanted or not, by code.</param>
internal sealed record ContactProfile(
    int WantedCount,
    int KnownWantedCount,
    decimal? Completeness,
    CompletenessUndefinedReason? UndefinedReason,
    IReadOnlyList<KnownAttribute> Attributes
)
{
    public static async Task<IReadOnlyList<ContactProfile>> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<Contact> contacts,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients = [.. contacts.Select(contact => contact.ClientId).Distinct()];
        var catalogue = (
            await session
                .Db.Set<ProfileAttribute>()
                .AsNoTracking()
                .Where(attribute => clients.Contains(attribute.ClientId) && attribute.ArchivedAt == null)
                .ToListAsync(cancellationToken)
        ).ToLookup(attribute => attribute.ClientId);
        var factsOf = await ContactParts.FactsAsync<ContactAttribute>(
            session,
            [.. contacts.Select(contact => contact.Id)],
            cancellationToken
        );
        return [.. contacts.Select(contact => Of([.. catalogue[contact.ClientId]], factsOf(contact.Id), on))];
    }

    private static ContactProfile Of(IReadOnlyList<ProfileAttribute> catalogue, IEnumerable<ContactAttribute> facts, DateOnly on)
    {
        var held = facts
            .Where(fact => fact.RetractedAt is null && fact.OccurredOn <= on)
            .GroupBy(fact => fact.AttributeCode)
            // Of one day, what was recorded last.
            .ToDictionary(group => group.Key, group => group.MaxBy(fact => (fact.OccurredOn, fact.CreatedAt, fact.Id))!);
        var wanted = catalogue.Count(attribute => attribute.IsWanted);
        var known = catalogue.Count(attribute => attribute.IsWanted && held.ContainsKey(attribute.Code));
        return new(
            wanted,
            known,
            ProfileShare.Of(known, wanted),
            wanted == 0 ? CompletenessUndefinedReason.NothingWanted : null,
            [
                .. from attribute in catalogue
                where held.ContainsKey(attribute.Code)
                orderby attribute.Code
                let fact = held[attribute.Code]
                select new KnownAttribute(fact.AttributeCode, fact.Value, fact.OccurredOn),
            ]
        );
    }
}

/// <summary>A part of a whole, as it is shown.</summary>
internal static class ProfileShare
{
    /// <summary>Null for a whole of nothing.</summary>
    public static decimal? Of(decimal part, decimal whole) =>
        whole == 0m ? null : decimal.Round(part / whole, 6, MidpointRounding.AwayFromZero);
}
