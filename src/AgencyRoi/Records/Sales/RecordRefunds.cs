using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Terms.ExchangeRates;

namespace AgencyRoi.Records.Sales;

/// <summary>Money given back for several sales.</summary>
/// <param name="Refunds">From 1 to 250, as any list; each external reference once. The path of an error has its place, counted from 0.</param>
internal sealed record RecordRefundsInput(IReadOnlyList<RecordRefundInput> Refunds);

[MutationType]
internal static partial class RecordRefunds
{
    /// <summary>
    /// Records several refunds as `recordRefund` does, all of them or, when one is refused, none. They count in their order: of two that are together
    /// more than their sale, the second is refused. For more than a list may hold, send a file. To repeat it safely, give each an external reference:
    /// those sent again with the same content change nothing.
    /// </summary>
    [UseMutationConvention(PayloadFieldName = "refunds")]
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<NegativeAmountError>]
    [Error<NoExchangeRateError>]
    [Error<RefundExceedsSaleError>]
    [Error<MixedCurrenciesError>]
    [Error<AlreadyExistsError>]
    public static Task<FieldResult<IReadOnlyList<Refund>>> RecordRefundsAsync(
        RecordRefundsInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => RecordAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<IReadOnlyList<Refund>>> RecordAsync(
        DatabaseSession session,
        RecordRefundsInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new FactChecks(now);
        var all = checks.Within("refunds");
        checks.Require(input.Refunds.Count > 0, "refunds", "At least one refund is needed.");
        if (!checks.Passed)
            return checks.Refuse<IReadOnlyList<Refund>>();

        var statements = new List<RefundStatement>(input.Refunds.Count);
        var references = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, refund) in input.Refunds.Index())
        {
            var own = all.Within($"{place}");
            var statement = refund.StatementAt(now);
            statement.Check(own);
            if (!references.Add(statement.ExternalReference))
                own.Add(new AlreadyExistsError("An earlier one of these has this reference.", own.PathOf("externalReference")));
            statements.Add(statement);
        }
        if (!checks.Passed)
            return checks.Refuse<IReadOnlyList<Refund>>();

        var results = await RefundRecording.Instance.StoreAsync(session, statements, now, cancellationToken);
        List<IUserError> errors = [.. results.Select((result, place) => ErrorOf(input.Refunds[place], result, place)).OfType<IUserError>()];
        return errors.Count == 0
            ? new FieldResult<IReadOnlyList<Refund>>([.. results.Select(result => result.Fact!)]) // none was refused
            : new FieldResult<IReadOnlyList<Refund>>(errors: [.. errors]);
    }

    // Each says itself whether it is new, and its errors lie below its place in the list.
    private static IUserError? ErrorOf(RecordRefundInput refund, FactResult<Refund> result, int place)
    {
        var options = new RecordingOptions(default, ExpectsNew: refund.ExpectNew && result.Change is FactChange.Updated);
        return (result.Error ?? options.ErrorFor(result.Fact)) is { } error
            ? At(error, ["input", "refunds", $"{place}", .. error.Path?.Skip(1) ?? []])
            : null;
    }

    private static IUserError At(IUserError error, string[] path) =>
        error switch
        {
            NotFoundError notFound => notFound with { Path = path },
            BadInputError badInput => badInput with { Path = path },
            NoExchangeRateError noRate => noRate with { Path = path },
            RefundExceedsSaleError exceeds => exceeds with { Path = path },
            MixedCurrenciesError mixed => mixed with { Path = path },
            AlreadyExistsError exists => exists with { Path = path },
            _ => throw new InvalidOperationException($"A refund that was refused by {error.Code} has no place in a list."),
        };
}
