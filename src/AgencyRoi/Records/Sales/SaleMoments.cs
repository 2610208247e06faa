using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Sales;

/// <summary>The moments of conversions in the calendars of their clients: one that has a day alone comes after all touches of the day.</summary>
internal sealed class SaleMoments
{
    private readonly Dictionary<ClientId, string> zones;

    private SaleMoments(Dictionary<ClientId, string> zones) => this.zones = zones;

    public static async Task<SaleMoments> LoadAsync(
        DatabaseSession session,
        IReadOnlyList<SaleStatement> statements,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients =
        [
            .. statements
                .Where(sale => sale.JourneyKey is not null || sale.OccurredAt is not null)
                .Select(sale => sale.ClientId)
                .Distinct(),
        ];
        return new(
            clients.Length == 0
                ? []
                : await session
                    .Db.Set<Client>()
                    .Where(client => clients.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.TimeZone, cancellationToken)
        );
    }

    /// <summary>A moment lies on the day that is given with it.</summary>
    public IUserError? ErrorFor(SaleStatement statement) =>
        statement.OccurredAt is { } moment
        && zones.TryGetValue(statement.ClientId, out var zone)
        && Calendar.DayIn(zone, moment) != statement.OccurredOn
            ? BadInputError.At("occurredAt", "The moment lies on another day in the client's time zone.")
            : null;

    /// <summary>The moment until which touches come before it; null where it has no journey.</summary>
    public DateTimeOffset? Of(SaleStatement statement) =>
        statement.JourneyKey is null || !zones.TryGetValue(statement.ClientId, out var zone)
            ? null
            : statement.OccurredAt ?? Calendar.EndOf(statement.OccurredOn, zone);

    /// <summary>The conversion as its journey is looked at; null where it has none.</summary>
    public ConversionRow? ConversionOf(SaleStatement statement) =>
        (statement.JourneyKey, Of(statement)) is ({ } key, { } at)
            ? new()
            {
                ClientId = statement.ClientId,
                ExternalReference = statement.ExternalReference,
                JourneyKey = key,
                At = at,
                Day = statement.OccurredOn,
                GoalId = statement.GoalId,
            }
            : null;
}
