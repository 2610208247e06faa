using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.ExchangeRates;
using AgencyRoi.Terms.People;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>Hours that nobody has said the cost of.</summary>
internal static class TimeGaps
{
    /// <summary>Values and posts the hours that have a rate by now. What was posted before is not touched.</summary>
    public static async Task<IUserError?> CloseAsync(DatabaseSession session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entries = await session
            .Db.Set<TimeEntry>()
            .Where(entry => entry.RateId == null && entry.RetractedAt == null)
            .ToListAsync(cancellationToken);
        var rates = await HourlyRates.LoadAsync(session, cancellationToken);
        entries.RemoveAll(entry => rates.Labour(entry.PersonId.Value, entry.RoleClass, entry.OccurredOn) is null);
        if (entries.Count == 0)
            return null;

        var context = await PostingContext.LockAndReadAsync(
            session,
            [.. entries.Select(entry => (entry.ClientId, entry.OccurredOn))],
            cancellationToken
        );
        var postings = new List<FactPosting>();
        foreach (var entry in entries)
        {
            if (PricedTime.PriceOrError(entry.Statement, entry.RoleClass, rates, context, out var priced) is { } error)
                // The hours were recorded before: what the caller gives now is their rate.
                return error.At("input", error is NoExchangeRateError ? "currency" : "amount");
            entry.Price(priced, now);
            postings.Add(entry.Post(priced.Lines));
        }
        if (await session.SaveOrErrorAsync(cancellationToken) is { } refused)
            return refused;
        await LedgerWriter.PostAsync(session, postings, session.Scope.Actor, cancellationToken);
        return null;
    }
}
