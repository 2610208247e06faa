using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Completeness;

/// <summary>A declaration that does not hold any longer.</summary>
/// <param name="Id">The declaration.</param>
/// <param name="Version">The declaration's version as you read it.</param>
internal sealed record RetractNoCostDeclarationInput([property: ID<NoCostDeclaration>] Guid Id, long Version);

[MutationType]
internal static partial class RetractNoCostDeclaration
{
    /// <summary>Withdraws the word that there was no cost: whether there was one is unknown again. Withdrawing twice changes nothing.</summary>
    [Error<NotFoundError>]
    [Error<ConflictError>]
    public static Task<FieldResult<NoCostDeclaration>> RetractNoCostDeclarationAsync(
        RetractNoCostDeclarationInput input,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => database.RunAsync((session, token) => WithdrawAsync(session, input, time.GetUtcNow(), token), cancellationToken);

    private static async Task<FieldResult<NoCostDeclaration>> WithdrawAsync(
        DatabaseSession session,
        RetractNoCostDeclarationInput input,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var found = await session.FindAsync<NoCostDeclaration>("declaration", input.Id, input.Version, cancellationToken);
        if (found.Failed(out var problem, out var declaration))
            return problem.Refuse<NoCostDeclaration>();
        declaration.Withdraw(now);
        return await session.SaveAsync(declaration, cancellationToken);
    }
}
