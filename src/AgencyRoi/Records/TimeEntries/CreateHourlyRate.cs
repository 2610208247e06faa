using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

[MutationType]
internal static partial class CreateHourlyRate
{
    /// <summary>
    /// Says what an hour costs from a day on. Hours that went without a rate until now are valued and posted; what is posted already stays as it is.
    /// Values of goals that take the labour rate of the role class are calculated anew from its first day on.
    /// Refused when another rate of the kind and level holds on one of the days, and to a token that is restricted to clients. To repeat it safely,
    /// send it again: when the first was stored, RATES_OVERLAP says so.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<RatesOverlapError>]
    [Error<NoExchangeRateError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<HourlyRate>> CreateHourlyRateAsync(
        CreateHourlyRateInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => AddAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<HourlyRate>> AddAsync(
        DatabaseSession session,
        CreateHourlyRateInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return input.PersonId is null ? forbidden.Refuse<HourlyRate>() : NotFoundError.Of("person", "personId").Refuse<HourlyRate>();
        var checks = Checked(input);
        if (!checks.Passed)
            return checks.Refuse<HourlyRate>();

        await HourlyRates.LockForChangeAsync(session, cancellationToken);
        var rate = HourlyRate.Create(session.TenantId, input, now);
        var others = await session.Db.Set<HourlyRate>().AsNoTracking().ToListAsync(cancellationToken);
        if (others.Any(other => other.IsForTheSameAs(rate) && other.AsRate().Overlaps(rate.From, rate.To)))
            return new RatesOverlapError(["input", "from"]).Refuse<HourlyRate>();

        session.Db.Add(rate);
        return await HourlyRateSaving.SaveAsync(session, rate, now, cancellationToken);
    }

    private static InputChecks Checked(CreateHourlyRateInput input)
    {
        var checks = new InputChecks();
        checks.Amount(input.Amount, "amount");
        checks.Currency(input.Currency);
        checks.Days(input.From, input.To);
        checks.Text(input.Note, "note", longest: 2000);
        checks.Require(
            (input.Level == RateLevel.Person) == (input.PersonId is not null),
            "personId",
            "A rate of a person names the person, and no other rate does."
        );
        checks.Require(
            (input.Level == RateLevel.Role) == (input.RoleClass is not null),
            "roleClass",
            "A rate of a role class names it, and no other rate does."
        );
        return checks;
    }
}
