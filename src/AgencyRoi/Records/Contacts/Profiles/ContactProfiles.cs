using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>How many contacts have a value of an attribute.</summary>
/// <param name="Value">One of the allowed values.</param>
/// <param name="ContactCount">The contacts that have it.</param>
/// <param name="Share">They ÷ those of whom the attribute is known, six places. Null: it is known of nobody.</param>
internal sealed record ValueShare(string Value, long ContactCount, decimal? Share);

/// <summary>How far an attribute is known.</summary>
/// <param name="Attribute">The attribute.</param>
/// <param name="KnownCount">The contacts of whom it is known.</param>
/// <param name="KnownShare">They ÷ all contacts with a legal basis for profiling, six places. Null: there are none.</param>
/// <param name="Values">Each allowed value, in the order of the list; none for an attribute of any text.</param>
internal sealed record AttributeShare(ProfileAttribute Attribute, long KnownCount, decimal? KnownShare, IReadOnlyList<ValueShare> Values);

/// <summary>
/// The profiles of a client's contacts on a day, of those alone that have a legal basis for profiling then. Contacts that were merged count once, with all that is known
/// of both.
/// </summary>
/// <param name="ContactCount">The contacts that have the basis.</param>
/// <param name="WithoutBasisCount">The contacts that have none and are left out.</param>
/// <param name="WantedCount">The attributes that the client wants of everybody.</param>
/// <param name="Completeness">Wanted attributes that are known, of all contacts together, ÷ (wanted attributes × contacts), six places. Null: undefined.</param>
/// <param name="UndefinedReason">Why there is no completeness. Null: there is one.</param>
/// <param name="Attributes">The attributes in use, by code.</param>
internal sealed record ContactProfiles(
    long ContactCount,
    long WithoutBasisCount,
    int WantedCount,
    decimal? Completeness,
    CompletenessUndefinedReason? UndefinedReason,
    IReadOnlyList<AttributeShare> Attributes
)
{
    private static readonly string Sql = EmbeddedSql.Read("Records.Contacts.Profiles.contact_profiles.sql");

    private sealed record Count(ClientId ClientId, string? Code, string? Value, long Contacts, long Usable);

    public static async Task<IReadOnlyList<ContactProfiles>> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<ClientId> clients,
        DateOnly on,
        CancellationToken cancellationToken
    )
    {
        ClientId[] ids = [.. clients.Distinct()];
        var attributes = (
            await session
                .Db.Set<ProfileAttribute>()
                .AsNoTracking()
                .Where(attribute => ids.Contains(attribute.ClientId) && attribute.ArchivedAt == null)
                .ToListAsync(cancellationToken)
        ).ToLookup(attribute => attribute.ClientId);
        var counts = new List<Count>();
        await using (var command = session.Command(Sql).With(session.TenantId, session.Visible(ids), on))
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                counts.Add(new(reader.GetId<ClientId>(0), Text(1), Text(2), reader.GetInt64(3), reader.GetInt64(4)));

            string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
        }
        var byClient = counts.ToLookup(count => count.ClientId);
        return
        [
            .. clients.Select(client =>
                Of([.. attributes[client].OrderBy(each => each.Code, StringComparer.Ordinal)], [.. byClient[client]])
            ),
        ];
    }

    private static ContactProfiles Of(IReadOnlyList<ProfileAttribute> attributes, IReadOnlyList<Count> counts)
    {
        var all = counts.SingleOrDefault(count => count.Code is null);
        var (kept, usable) = (all?.Contacts ?? 0, all?.Usable ?? 0);
        AttributeShare[] shares =
        [
            .. attributes.Select(attribute => Share(attribute, usable, [.. counts.Where(count => count.Code == attribute.Code)])),
        ];
        var wanted = shares.Where(share => share.Attribute.IsWanted).ToList();
        return new(
            ContactCount: usable,
            WithoutBasisCount: kept - usable,
            wanted.Count,
            ProfileShare.Of(wanted.Sum(share => share.KnownCount), wanted.Count * usable),
            wanted.Count == 0 ? CompletenessUndefinedReason.NothingWanted
                : usable == 0 ? CompletenessUndefinedReason.NoContacts
                : null,
            shares
        );
    }

    private static AttributeShare Share(ProfileAttribute attribute, long usable, IReadOnlyList<Count> counts)
    {
        var known = counts.Sum(count => count.Contacts);
        return new(
            attribute,
            known,
            ProfileShare.Of(known, usable),
            [
                .. attribute.Choices.Select(value =>
                {
                    var having = counts.Where(count => count.Value == value).Sum(count => count.Contacts);
                    return new ValueShare(value, having, ProfileShare.Of(having, known));
                }),
            ]
        );
    }
}

[ExtendObjectType<Client>]
internal static partial class ContactProfilesOfClient
{
    /// <summary>How complete the profiles of the client's contacts were on a day, and what is known of how many: counts alone, and nobody without a legal basis for profiling.</summary>
    /// <param name="on">The day, in the client's time zone.</param>
    [BatchResolver]
    public static Task<IReadOnlyList<ContactProfiles>> GetContactProfilesAsync(
        [Parent("Id")] List<Client> clients,
        DateOnly on,
        OperationDatabase database,
        CancellationToken cancellationToken
    ) =>
        database.RunAsync(
            (session, token) => ContactProfiles.LoadAsync(session, [.. clients.Select(client => client.Id)], on, token),
            cancellationToken
        );
}
