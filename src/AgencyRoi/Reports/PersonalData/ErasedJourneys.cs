using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.JourneySums;

namespace AgencyRoi.Reports.PersonalData;

/// <summary>A touch or a conversion where it stands in the journey of nobody that is known.</summary>
internal readonly record struct ErasedMoment(Guid Id, Guid Key, DateTimeOffset At);

/// <summary>
/// The journeys of an erased person as paths: under a key that is drawn and hashed from nothing, on their days, without the hour. The order of the times of day stays, one
/// microsecond after the other from midday on, so that the same touches come before the same conversions and lie within the same look-backs.
/// </summary>
internal sealed class ErasedJourneys
{
    private static readonly string MoveSums = EmbeddedSql.Read("Reports.PersonalData.move_journey_sums.sql");

    private readonly Dictionary<Guid, Guid> keys = [];

    public required IReadOnlyList<ErasedMoment> Touches { get; init; }

    public required IReadOnlyList<ErasedMoment> Conversions { get; init; }

    public static ErasedJourneys Of(Person person, ErasedFacts facts, string timeZone)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var touches = facts.Touches.Select(touch => new ErasedMoment(touch.Id, touch.JourneyKey, touch.TouchedAt)).ToList();
        var conversions = facts
            .Sales.Where(sale => sale.JourneyKey is { } key && person.Keys.Contains(key))
            .Select(sale => new ErasedMoment(sale.Id, sale.JourneyKey!.Value, sale.ConvertedAt!.Value)) // by the table's check
            .ToList();
        var journeys = touches.Concat(conversions).GroupBy(each => each.Key).ToDictionary(each => each.Key, each => Places(each, zone));
        var drawn = journeys.Keys.ToDictionary(key => key, _ => JourneyKeys.Drawn());
        var erased = new ErasedJourneys { Touches = [.. touches.Select(Cut)], Conversions = [.. conversions.Select(Cut)] };
        foreach (var (was, becomes) in drawn)
            erased.keys[was] = becomes;
        return erased;

        ErasedMoment Cut(ErasedMoment moment)
        {
            var local = TimeZoneInfo.ConvertTime(moment.At, zone);
            // Always at the zone's usual offset: a day before or after the clocks change is a day of 24 hours all the same.
            var midday = new DateTimeOffset(local.Date.AddHours(12), zone.BaseUtcOffset);
            return new(moment.Id, drawn[moment.Key], midday.ToUniversalTime().AddMicroseconds(journeys[moment.Key][local.TimeOfDay]));
        }
    }

    // Of the times of day: touches of one moment stay of one moment.
    private static Dictionary<TimeSpan, int> Places(IEnumerable<ErasedMoment> moments, TimeZoneInfo zone) =>
        moments
            .Select(each => TimeZoneInfo.ConvertTime(each.At, zone).TimeOfDay)
            .Distinct()
            .Order()
            .Index()
            .ToDictionary(each => each.Item, each => each.Index);

    /// <summary>What is kept of the journeys goes with them, under the lock by which it is kept; that they are other ones is noted.</summary>
    public async Task MoveSumsAsync(DatabaseSession session, ClientId client, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return;
        await JourneyHead.LockAsync(session, client, cancellationToken);
        await using (
            var move = session.Command(MoveSums).With(session.TenantId, session.Visible(client), keys.Keys.ToArray(), keys.Values.ToArray())
        )
            await move.ExecuteNonQueryAsync(cancellationToken);
        await JourneyChanges.NoteAsync(session, keys.Values.Select(key => new JourneyPerson(client, key)), cancellationToken);
    }
}
