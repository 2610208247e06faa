using AgencyRoi.Clients;
using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.GraphQL.Binding;
using AgencyRoi.GraphQL.Binding.Mutations;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.Purposes;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Expectations;

/// <summary>What a goal is expected to bring in a period.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="Author">Who makes the forecast.</param>
/// <param name="From">The first day that it is about.</param>
/// <param name="To">The day after the last one; not yet over.</param>
/// <param name="ExpectedQuantity">Units of the goal's indicator, above zero.</param>
/// <param name="LowQuantity">At least so many.</param>
/// <param name="HighQuantity">At most so many.</param>
/// <param name="Method">How it was arrived at.</param>
/// <param name="Note">What else is to be known.</param>
internal sealed record RecordForecastInput(
    [property: ID<Goal>] Guid GoalId,
    string Author,
    DateOnly From,
    DateOnly To,
    decimal ExpectedQuantity,
    decimal? LowQuantity = null,
    decimal? HighQuantity = null,
    string? Method = null,
    string? Note = null
);

[MutationType]
internal static class RecordForecast
{
    /// <summary>
    /// Records what somebody expects of a goal, with today's date. It cannot be changed afterwards, and none is taken for a period that is over; whoever
    /// thinks better of it records another one.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    public static Task<FieldResult<GoalForecast>> RecordForecastAsync(
        RecordForecastInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<GoalForecast>> RecordAsync(
        DatabaseSession session,
        RecordForecastInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Text(input.Author, "author");
        checks.Text(input.Method, "method");
        checks.Text(input.Note, "note", longest: 2000);
        checks.Day(input.From, "from");
        checks.Day(input.To, "to");
        checks.Require(input.From < input.To, "to", "A period ends after it starts: to is the day after its last one.");
        checks.Quantity(input.ExpectedQuantity, "expectedQuantity");
        checks.Require(input.ExpectedQuantity != 0, "expectedQuantity", "A forecast of nothing cannot be held against anything.");
        checks.Quantity(input.LowQuantity, "lowQuantity");
        checks.Quantity(input.HighQuantity, "highQuantity");
        checks.Require(!(input.LowQuantity > input.ExpectedQuantity), "lowQuantity", "It lies above what is expected.");
        checks.Require(!(input.HighQuantity < input.ExpectedQuantity), "highQuantity", "It lies below what is expected.");
        if (!checks.Passed)
            return checks.Refuse<GoalForecast>();

        var goal = await session.Db.Set<Goal>().SingleOrDefaultAsync(row => row.Id == input.GoalId, cancellationToken);
        if (goal is null)
            return NotFoundError.Of("goal", "goalId").Refuse<GoalForecast>();
        var client = await session.Db.Set<Client>().SingleAsync(row => row.Id == goal.ClientId, cancellationToken);
        var today = Calendar.DayIn(client.TimeZone, now);
        if (today >= input.To)
            return BadInputError.At("to", "A forecast is made before its period is over.").Refuse<GoalForecast>();

        var forecast = GoalForecast.Create(goal, input, today, now);
        session.Db.Add(forecast);
        return await session.SaveAsync(forecast, cancellationToken);
    }
}
