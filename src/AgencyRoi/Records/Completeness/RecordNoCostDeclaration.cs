using AgencyRoi.Ledger.Posting;
using AgencyRoi.Metrics.Costs;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Completeness;

/// <summary>A category of cost that a client had none of in a month.</summary>
/// <param name="ClientId">The client.</param>
/// <param name="Month">Any day of the month.</param>
/// <param name="Category">The category.</param>
/// <param name="Note">How it is known, at most 2000 characters.</param>
internal sealed record RecordNoCostDeclarationInput(
    [property: ID<Client>] ClientId ClientId,
    DateOnly Month,
    CostCategory Category,
    string? Note = null
);

[MutationType]
internal static partial class RecordNoCostDeclaration
{
    /// <summary>
    /// Says that a client had no cost of a category in a month, so that its absence is no gap. Refused when the client paid one. What the agency pays
    /// itself counts in its own viewpoint all the same. From the first month that anything is declared for, a client's figures carry COST_UNDECLARED
    /// until every category of every month is filled or declared. To repeat it safely, send it again: the same is declared once.
    /// </summary>
    [Error<NotFoundError>]
    [Error<BadInputError>]
    [Error<CostExistsError>]
    public static Task<FieldResult<NoCostDeclaration>> RecordNoCostDeclarationAsync(
        RecordNoCostDeclarationInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => DeclareAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<NoCostDeclaration>> DeclareAsync(
        DatabaseSession session,
        RecordNoCostDeclarationInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var checks = new InputChecks();
        checks.Day(input.Month, "month");
        checks.Text(input.Note, "note", longest: 2000);
        if (!checks.Passed)
            return checks.Refuse<NoCostDeclaration>();

        // Whoever posts a cost takes this lock too.
        await LedgerHeads.LockAsync(session, [input.ClientId], cancellationToken);
        if (!await session.Db.Set<Client>().AnyAsync(client => client.Id == input.ClientId, cancellationToken))
            return NotFoundError.Of("client", "clientId").Refuse<NoCostDeclaration>();
        var month = IntervalBuckets.StartOf(input.Month, TimeInterval.Month);
        var declaration = await session
            .Db.Set<NoCostDeclaration>()
            .SingleOrDefaultAsync(
                row => row.ClientId == input.ClientId && row.Month == month && row.Category == input.Category,
                cancellationToken
            );
        if (declaration is not { RetractedAt: null })
        {
            var known = await CostKnowledge.LoadAsync(
                session,
                [input.ClientId],
                DateRange.Month(month.Year, month.Month),
                Viewpoint.Client,
                cancellationToken
            );
            if (known.HasCost(input.ClientId, new CostCell(month, input.Category)))
                return new CostExistsError().Refuse<NoCostDeclaration>();
        }
        if (declaration is null)
            session.Db.Add(declaration = NoCostDeclaration.Make(session.TenantId, input.ClientId, input.Category, month, now));
        declaration.Declare(input.Note, now);
        return await session.SaveAsync(declaration, cancellationToken);
    }
}
