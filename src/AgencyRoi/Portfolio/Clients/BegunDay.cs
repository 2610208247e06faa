using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Clients;

internal static class BegunDay
{
    /// <summary>
    /// Refuses a dated row of a day that is still to come, where the row that it is about says what is true today: no row may then wait for its day.
    /// </summary>
    /// <param name="effectiveFrom">As the field of that name says it; null: today.</param>
    /// <param name="today">By the client's calendar.</param>
    public static IUserError? ErrorFor(DateOnly? effectiveFrom, DateOnly today) =>
        effectiveFrom > today
            ? BadInputError.At("effectiveFrom", $"It is {today:yyyy-MM-dd} for the client: enter what begins later when it has begun.")
            : null;
}
