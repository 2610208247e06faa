using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Reports.Periods;

/// <summary>Facts to be valued again.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="From">The first day of the facts, in the client's time zone.</param>
/// <param name="Preview">Whether only to tell what would change.</param>
internal sealed record RevalueClientInput([property: ID<Client>] ClientId ClientId, DateOnly From, bool Preview = false);

[MutationType]
internal static partial class RevalueClient
{
    /// <summary>
    /// Values a client's facts again by the values, prices, hourly rates, exchange rates and policies that now hold on their own days, and posts the
    /// differences: a reversal and a new entry each, in the edition of now. Without it, terms that are dated into the past change nothing that is
    /// posted. A sale keeps the margin and attribution with which it was recorded. Revaluing twice changes nothing. A token that is restricted to
    /// clients is shown what changes for the client, not what changes for the agency. To repeat it safely, send it again. At most 10,000 facts are revalued at
    /// once: where there are more, the error names the day to begin with, and from there on it goes back month by month.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    public static Task<FieldResult<Revaluation>> RevalueClientAsync(
        RevalueClientInput input,
        OperationDatabase database,
        Revaluations revaluations,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => PostAsync(session, input, revaluations, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<Revaluation>> PostAsync(
        DatabaseSession session,
        RevalueClientInput input,
        Revaluations revaluations,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Day(input.From, "from");
        if (!checks.Passed)
            return checks.Refuse<Revaluation>();
        if (await PeriodWriting.LockClientAsync(session, input.ClientId, cancellationToken) is not { } client)
            return NotFoundError.Of("client", "clientId").Refuse<Revaluation>();
        try
        {
            var facts = await revaluations.ValueAgainAsync(session, [client.Id], input.From, cancellationToken);
            var entries = input.Preview
                ? await LedgerWriter.PreviewAsync(session, facts, cancellationToken)
                : await LedgerWriter.RevalueAsync(
                    session,
                    facts,
                    session.Scope.Actor,
                    rows => RevaluedAtOnce.Refusal(rows, input.From) is null,
                    cancellationToken
                );
            if (!input.Preview && RevaluedAtOnce.Refusal(entries, input.From) is { } tooMany)
                return tooMany.Refuse<Revaluation>();
            if (!input.Preview)
                await revaluations.NoteTermsAsync(session, client.Id, SourcesOf(entries), now, cancellationToken);
            return new Revaluation(
                client,
                input.From,
                input.Preview,
                [.. entries.Where(entry => AgencyViewpoint.IsOpen(session, entry.Viewpoint))]
            );
        }
        catch (OverflowException)
        {
            return BadInputError.At("from", $"By the terms of now: {AmountMessages.Posted}").Refuse<Revaluation>();
        }
    }

    private static HashSet<Guid> SourcesOf(IReadOnlyList<LedgerEntry> entries) => [.. entries.Select(entry => entry.SourceId)];
}
