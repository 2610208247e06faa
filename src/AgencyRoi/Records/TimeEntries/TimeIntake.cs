using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>The one way by which hours come in, from a mutation one at a time and from a file by the thousand.</summary>
internal static class TimeIntake
{
    public const decimal HoursOfADay = 24m;

    /// <summary>Stores what is new or different and posts what has a rate. The statements have passed <see cref="TimeChecks"/> and name each reference once.</summary>
    /// <returns>One result per statement, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<TimeEntry>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TimeStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        await HourlyRates.LockForReadingAsync(session, cancellationToken);
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. statements.Select(statement => (statement.ClientId, statement.OccurredOn))],
            cancellationToken
        );
        var rates = await HourlyRates.LoadAsync(session, cancellationToken);
        var known = await session.KnownAsync<TimeEntry>(
            [.. statements.Select(statement => (statement.ClientId, statement.ExternalReference))],
            cancellationToken
        );
        var days = await WorkedDays.LoadAsync(session, statements, known.Values, cancellationToken);
        var postings = new List<FactPosting>();
        var results = new FactResult<TimeEntry>[statements.Count];
        for (var i = 0; i < statements.Count; i++)
            results[i] = Take(statements[i]);

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. statements.Select(_ => FactResult<TimeEntry>.Refused(refused))];
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        days.Remember();
        return results;

        FactResult<TimeEntry> Take(TimeStatement statement)
        {
            if (context.TermsOf(statement.ClientId) is null)
                return FactResult<TimeEntry>.Refused(NotFoundError.Of("client", "clientId"));
            if (days.RoleOf(statement.PersonId) is not { } role)
                return FactResult<TimeEntry>.Refused(NotFoundError.Of("person", "personId"));
            var entry = known.GetValueOrDefault((statement.ClientId, statement.ExternalReference));
            if (entry?.Says(statement) == true)
                return new(FactChange.Unchanged, entry, null);
            if (how.ErrorFor(entry) is { } taken)
                return FactResult<TimeEntry>.Refused(taken);
            if (
                PricedTime.PriceOrError(
                    statement,
                    entry?.PersonId == statement.PersonId ? entry.RoleClass : role,
                    rates,
                    context,
                    out var priced
                ) is
                { } error
            )
                return FactResult<TimeEntry>.Refused(error);
            if (!days.TryWork(statement, entry))
                return FactResult<TimeEntry>.Refused(new TooManyHoursError());

            var change = entry is null ? FactChange.Created : FactChange.Updated;
            if (entry is null)
                session.Db.Add(entry = TimeEntry.Record(session.TenantId, statement, priced, how.Now));
            else
                entry.Revise(statement, priced, how.Now);
            postings.Add(Posting(entry, priced.Lines));
            return new(change, entry, null);
        }
    }

    public static FactPosting Posting(TimeEntry entry, IReadOnlyList<ValuedEntry> lines) =>
        entry.PostAs(SourceKind.TimeEntry, entry.OccurredOn, lines);
}
