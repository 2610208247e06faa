using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Portfolio.Goals;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Forecasts;

/// <summary>The one way by which forecasts come in. A known reference is the same forecast or is refused: no forecast is ever changed.</summary>
internal static class ForecastIntake
{
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<GoalForecast>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<ForecastStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        var goalIds = statements.Select(statement => statement.GoalId).Distinct().ToList();
        var goals = await session
            .Db.Set<Goal>()
            .AsNoTracking()
            .Where(goal => goalIds.Contains(goal.Id))
            .ToDictionaryAsync(goal => goal.Id, cancellationToken);
        var clients = goals.Values.Select(goal => goal.ClientId).Distinct().ToList();
        var today = await ClientDays.TodayAsync(session, clients, how.Now, cancellationToken);
        var references = statements.Select(statement => statement.ExternalReference).ToList();
        var known = await session
            .Db.Set<GoalForecast>()
            .Where(forecast => clients.Contains(forecast.ClientId) && references.Contains(forecast.ExternalReference))
            .ToDictionaryAsync(forecast => (forecast.ClientId, forecast.ExternalReference), cancellationToken);

        var results = statements.Select(Take).ToList();
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<GoalForecast>.Refused(refused))];
        return results;

        FactResult<GoalForecast> Take(ForecastStatement statement)
        {
            if (!goals.TryGetValue(statement.GoalId, out var goal))
                return FactResult<GoalForecast>.Refused(NotFoundError.Of("goal", "goalId"));
            if (known.TryGetValue((goal.ClientId, statement.ExternalReference), out var there))
                return there.Says(statement)
                    ? new(FactChange.Unchanged, there, null)
                    : FactResult<GoalForecast>.Refused(
                        new AlreadyExistsError(
                            "Another forecast has this external reference, and none can be changed: record a new one.",
                            ["input", "externalReference"]
                        )
                    );
            if (statement.ErrorOn(today[goal.ClientId]) is { } error)
                return FactResult<GoalForecast>.Refused(error);
            var forecast = GoalForecast.Create(goal, statement, today[goal.ClientId], how.Now);
            session.Db.Add(forecast);
            known[(goal.ClientId, statement.ExternalReference)] = forecast;
            return new(FactChange.Created, forecast, null);
        }
    }
}
