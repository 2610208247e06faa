using AgencyRoi.Ledger.Posting;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Periods;

/// <summary>The common first steps of closing, publishing and revaluing a month.</summary>
internal static class PeriodWriting
{
    /// <summary>Finds the client and locks its ledger: whoever posts, closes or publishes comes after.</summary>
    /// <returns>Null: there is no such client, or it is not the caller's.</returns>
    public static async Task<Client?> LockClientAsync(DatabaseSession session, ClientId clientId, CancellationToken cancellationToken)
    {
        var client = await session.Db.Set<Client>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == clientId, cancellationToken);
        if (client is not null)
            await LedgerHeads.LockAsync(session, [clientId], cancellationToken);
        return client;
    }

    public static void Month(this InputChecks checks, DateOnly month)
    {
        checks.Day(month, "month");
        checks.Require(month.Day == 1, "month", "A month is named by its first day.");
    }
}
