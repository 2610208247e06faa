using AgencyRoi.GraphQL.Errors;
using AgencyRoi.Platform;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Clients;

/// <summary>Days from <c>from</c> up to, and without, <c>to</c>, in each client's own time zone.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The first day after it.</param>
[Portal]
internal sealed record PeriodInput(DateOnly From, DateOnly To)
{
    private const int MostYears = 50;

    /// <exception cref="GraphQLException">It ends before it starts, lies where nothing is recorded, or is longer than anybody measures.</exception>
    internal DateRange ToRange()
    {
        if (To <= From)
            throw BadInput.Of(RecordedDays.InOrder);
        if (!RecordedDays.Hold(From) || !RecordedDays.HoldEnd(To))
            throw BadInput.Of(RecordedDays.Rule);
        if (To.DayNumber - From.DayNumber > MostYears * 366)
            throw BadInput.Of($"A period has at most {MostYears} years.");
        return new DateRange(From, To);
    }
}
