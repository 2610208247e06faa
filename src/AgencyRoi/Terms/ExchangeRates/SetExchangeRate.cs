using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Recording.Imports.Rows;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.ExchangeRates;

/// <summary>A rate of the agency's own.</summary>
internal sealed record SetExchangeRateInput
{
    /// <summary>ISO 4217: the currency of which one unit is meant.</summary>
    [InFile("ISO 4217: the currency of which one unit is meant.")]
    public required string BaseCurrency { get; init; }

    /// <summary>ISO 4217: the currency that the rate counts.</summary>
    [InFile("ISO 4217: the currency that the rate counts.")]
    public required string QuoteCurrency { get; init; }

    /// <summary>Its day, or the first of its month.</summary>
    [InFile("The rate's day, or the first of its month, as 2025-12-01.", Column = ImportColumn.Day)]
    public required DateOnly Day { get; init; }

    /// <summary>Units of the quote currency for one of the base currency, above zero, with at most ten places.</summary>
    [InFile("Units of the quote currency for one of the base currency, above zero, at most ten places.")]
    public required decimal Rate { get; init; }

    /// <summary>Whether it is a day's or a month's rate.</summary>
    [InFile("DAY (the default) or MONTH.")]
    public RateGranularity Granularity { get; init; } = RateGranularity.Day;

    /// <summary>Where it was taken from, for example <c>ECB</c>.</summary>
    [InFile("Where it was taken from.")]
    public required string Source { get; init; }

    /// <summary>The version that you read, to replace a rate only as you know it; without one the rate is replaced in any case.</summary>
    public long? Version { get; init; }
}

[MutationType]
internal static partial class SetExchangeRate
{
    private const decimal TooLarge = 10_000_000_000m;

    /// <summary>
    /// Sets a rate, or replaces the one of the same currencies, granularity and day. Entries already posted keep the rate they were posted at.
    /// Refused to a token that is restricted to clients. To repeat it safely, send it again: it sets the same. With a `version`, CONFLICT then says
    /// that it was set, by this request or by somebody else.
    /// </summary>
    [Error<BadInputError>]
    [Error<ConflictError>]
    [Error<ForbiddenError>]
    public static Task<FieldResult<ExchangeRate>> SetExchangeRateAsync(
        SetExchangeRateInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => SetAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<ExchangeRate>> SetAsync(
        DatabaseSession session,
        SetExchangeRateInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        if (AgencyWide.ErrorFor(session) is { } forbidden)
            return forbidden.Refuse<ExchangeRate>();
        var checks = Checked(input, now);
        if (!checks.Passed)
            return checks.Refuse<ExchangeRate>();

        var rate = await session
            .Db.Set<ExchangeRate>()
            .SingleOrDefaultAsync(
                row =>
                    row.BaseCurrency == input.BaseCurrency
                    && row.QuoteCurrency == input.QuoteCurrency
                    && row.Granularity == input.Granularity
                    && row.Day == input.Day,
                cancellationToken
            );
        if (input.Version is { } version && version != rate?.Version)
            return new ConflictError().Refuse<ExchangeRate>();
        if (rate is null)
            session.Db.Add(rate = ExchangeRate.Create(session.TenantId, input, now));
        else
            rate.Set(input.Rate, input.Source, now);
        return await session.SaveAsync(rate, cancellationToken);
    }

    /// <summary>The rules for a rate, however it is written.</summary>
    internal static FactChecks Checked(SetExchangeRateInput input, RecordingOptions how)
    {
        var checks = new FactChecks(how);
        checks.Currency(input.BaseCurrency, "baseCurrency");
        checks.Currency(input.QuoteCurrency, "quoteCurrency");
        checks.Require(input.BaseCurrency != input.QuoteCurrency, "quoteCurrency", "A rate is between two currencies.");
        checks.Require(input.Rate is > 0 and < TooLarge, "rate", "A rate is above zero and below 10,000,000,000 (10^10).");
        checks.Places(input.Rate, "rate", places: 10);
        checks.Text(input.Source, "source");
        checks.Agreed(input.Day, "day");
        checks.Require(
            input.Granularity == RateGranularity.Day || input.Day.Day == 1,
            "day",
            "A monthly rate starts on the first of its month."
        );
        return checks;
    }
}
