using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Platform.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Portfolio.Clients;

internal static class ProfileWriting
{
    /// <summary>Adds what an update says from its day on, and makes the client what it is today. What is said again, without a day, adds nothing.</summary>
    public static async Task<IUserError?> AddAsync(
        DatabaseSession session,
        Client client,
        UpdateClientInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var today = Calendar.DayIn(client.TimeZone, now);
        if (BegunDay.ErrorFor(input.EffectiveFrom, today) is { } notBegun)
            return notBegun;
        var known = await session.Db.Set<ClientProfile>().Where(row => row.ClientId == client.Id).ToListAsync(cancellationToken);
        if (input.EffectiveFrom is null && SaysNothingNew(client, input))
            return null;

        // The agency's house account has none until it is changed.
        if (known.Count == 0)
            Add(ClientProfile.First(client, now));
        var from = input.EffectiveFrom ?? today;
        Add(ClientProfile.Create(client, input, from, known.NextRevision(from), now));
        client.Become(new(client, known), today);
        return null;

        void Add(ClientProfile row)
        {
            session.Db.Add(row);
            known.Add(row);
        }
    }

    private static bool SaysNothingNew(Client client, UpdateClientInput input) =>
        (input.Industry ?? client.Industry, input.BusinessModel ?? client.BusinessModel, input.Size ?? client.Size)
        == (client.Industry, client.BusinessModel, client.Size);
}
