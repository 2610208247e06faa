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

    /// <summary>Stores what is new or different and posts what has a rate. The drafts have passed <see cref="TimeChecks"/> and name each reference once.</summary>
    /// <returns>One result per draft, in their order. When the database refuses the batch as a whole, all are refused and the session is spent.</returns>
    public static async Task<IReadOnlyList<FactResult<TimeEntry>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<TimeDraft> drafts,
        RecordingOptions how,
        CancellationToken cancellationToken
    )
    {
        await HourlyRates.LockForReadingAsync(session, cancellationToken);
        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. drafts.Select(draft => (draft.ClientId, draft.OccurredOn))],
            cancellationToken
        );
        var rates = await HourlyRates.LoadAsync(session, cancellationToken);
        var known = await session.KnownAsync<TimeEntry>(
            [.. drafts.Select(draft => (draft.ClientId, draft.ExternalReference))],
            cancellationToken
        );
        var days = await WorkedDays.LoadAsync(session, drafts, known.Values, cancellationToken);
        var postings = new List<FactPosting>();
        var results = new FactResult<TimeEntry>[drafts.Count];
        for (var i = 0; i < drafts.Count; i++)
            results[i] = Take(drafts[i]);

        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return [.. drafts.Select(_ => FactResult<TimeEntry>.Refused(refused))];
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        days.Remember();
        return results;

        FactResult<TimeEntry> Take(TimeDraft draft)
        {
            if (context.TermsOf(draft.ClientId) is null)
                return FactResult<TimeEntry>.Refused(NotFoundError.Of("client", "clientId"));
            if (days.RoleOf(draft.PersonId) is not { } role)
                return FactResult<TimeEntry>.Refused(NotFoundError.Of("person", "personId"));
            var entry = known.GetValueOrDefault((draft.ClientId, draft.ExternalReference));
            if (entry?.Says(draft) == true)
                return new(FactChange.Unchanged, entry, null);
            if (how.ErrorFor(entry) is { } taken)
                return FactResult<TimeEntry>.Refused(taken);
            if (
                PricedTime.PriceOrError(
                    draft,
                    entry?.PersonId == draft.PersonId ? entry.RoleClass : role,
                    rates,
                    context,
                    out var priced
                ) is
                { } error
            )
                return FactResult<TimeEntry>.Refused(error);
            if (!days.TryWork(draft, entry))
                return FactResult<TimeEntry>.Refused(new TooManyHoursError());

            var change = entry is null ? FactChange.Created : FactChange.Updated;
            if (entry is null)
                session.Db.Add(entry = TimeEntry.Record(session.TenantId, draft, priced, how.Now));
            else
                entry.Revise(draft, priced, how.Now);
            postings.Add(Posting(entry, priced.Lines));
            return new(change, entry, null);
        }
    }

    public static FactPosting Posting(TimeEntry entry, IReadOnlyList<ValuedEntry> lines) =>
        entry.PostAs(SourceKind.TimeEntry, entry.OccurredOn, lines);
}
