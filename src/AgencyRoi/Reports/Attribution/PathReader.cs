using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Records.Paths;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The way through the paths of a client that analytics tools counted: equal ones come as one, and the models' sums are kept of them and nothing else.</summary>
internal sealed class PathReader(JourneySpan span, string currency, AttributedParts parts, JourneyBook book)
{
    private static readonly string Paths = EmbeddedSql.Read("Reports.Attribution.paths_of_period.sql");

    private readonly ReadJourney journey = new();

    public async Task ReadAsync(DatabaseSession session, JourneyProgress? progress, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command(Paths)
            .With(session.TenantId, session.Visible(span.ClientId), span.Days.From, span.Days.To, currency);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            progress?.Add();
            journey.Clear();
            foreach (var touch in PathText.Read(reader.GetString(0)))
                journey.Add(parts.NumberOf(touch.ChannelId, campaign: null, post: null), Weighed(touch));
            journey.Count = new PathCount
            {
                Conversions = reader.GetDecimal(1),
                Value = reader.GetDecimal(2),
                Nulls = reader.GetDecimal(3),
            };
            book.Unvalued += reader.GetInt64(4);
            book.Add(journey);
        }
    }

    // A path says neither when a touch was nor what it was a milestone of.
    private static JourneyTouch Weighed(PathTouch touch) => new() { Age = TimeSpan.Zero, IsDirect = touch.ChannelId is null };
}
