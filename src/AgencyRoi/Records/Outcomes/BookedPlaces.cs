using AgencyRoi.GraphQL.DataLoading;
using AgencyRoi.Platform.Database;

namespace AgencyRoi.Records.Outcomes;

/// <summary>Where a fact's entries stand; the nil id stands for none.</summary>
internal readonly record struct BookedPlace(ChannelId ChannelId, CampaignId CampaignId);

/// <summary>
/// Where outcomes were booked. One that names no channel or campaign is booked on those that its goal had then, and stays there until it is revalued.
/// An outcome without entries was booked nowhere.
/// </summary>
internal sealed class BookedPlaces(OperationDatabase database, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<Guid, BookedPlace>(scheduler, options)
{
    private static readonly string Sql = EmbeddedSql.Read("Records.Outcomes.booked_places.sql");

    protected override Task<IReadOnlyDictionary<Guid, BookedPlace>> LoadBatchAsync(
        IReadOnlyList<Guid> keys,
        CancellationToken cancellationToken
    )
    {
        Guid[] outcomes = [.. keys];
        return database.RunAsync<IReadOnlyDictionary<Guid, BookedPlace>>(
            async (session, token) =>
            {
                await using var command = session.Command(Sql).With(session.TenantId, outcomes);
                await using var reader = await command.ExecuteReaderAsync(token);
                var places = new Dictionary<Guid, BookedPlace>();
                while (await reader.ReadAsync(token))
                    places[reader.GetGuid(0)] = new(new(reader.GetGuid(1)), new(reader.GetGuid(2)));
                return places;
            },
            cancellationToken
        );
    }
}
