using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

[MutationType]
internal static partial class UpdateHourlyRate
{
    /// <summary>
    /// Ends a rate or corrects it. Hours posted at it keep the amount they were posted with. Values of goals that take it are calculated anew. Refused when it would overlap another. To a
    /// token that is restricted to clients there are no rates.
    /// </summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<RatesOverlapError>]
    [Error<NoExchangeRateError>]
    public static Task<FieldResult<HourlyRate>> UpdateHourlyRateAsync(
        UpdateHourlyRateInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => ChangeAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<HourlyRate>> ChangeAsync(
        DatabaseSession session,
        UpdateHourlyRateInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await HourlyRates.LockForChangeAsync(session, cancellationToken);
        var found = await OfWholeAgency.FindAsync<HourlyRate, Guid>(session, "hourly rate", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var rate))
            return problem.Refuse<HourlyRate>();

        rate.Change(input, now);
        var checks = new InputChecks();
        checks.Amount(rate.Amount, "amount");
        checks.Currency(rate.Currency);
        checks.Days(rate.From, rate.To);
        checks.Text(rate.Note, "note", longest: 2000);
        if (!checks.Passed)
            return checks.Refuse<HourlyRate>();
        var others = await session.Db.Set<HourlyRate>().AsNoTracking().Where(row => row.Id != rate.Id).ToListAsync(cancellationToken);
        if (others.Any(other => other.IsForTheSameAs(rate) && other.AsRate().Overlaps(rate.From, rate.To)))
            return new RatesOverlapError(["input", "to"]).Refuse<HourlyRate>();

        return await HourlyRateSaving.SaveAsync(session, rate, now, cancellationToken);
    }
}
