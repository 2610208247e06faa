using AgencyRoi.Access;
using AgencyRoi.Access.Tokens;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Outages;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Entry.Api;

/// <summary>
/// The transactions of one operation: a query reads in one; each field of a mutation writes in one of its own, commits it, and reads its
/// payload in another, so that an error in reading never undoes the write.
/// </summary>
internal sealed partial class OperationTransactions(
    OperationDatabase database,
    Viewer viewer,
    DeprecatedUses deprecatedUses,
    OutageLog outages,
    TimeProvider time,
    ILogger<OperationTransactions> log
) : OperationLifecycle
{
    private readonly HashSet<Exception> afterWrites = new(ReferenceEqualityComparer.Instance);
    private bool isMutation;

    public override async ValueTask BeginQueryAsync(CancellationToken cancellationToken) =>
        await database.BeginReadAsync(cancellationToken);

    public override async ValueTask EndQueryAsync(bool success) => await EndReadAsync();

    public override async ValueTask BeginMutationFieldAsync(FieldDefinition field, CancellationToken cancellationToken)
    {
        isMutation = true;
        // The portal's schema has no mutations; should one ever get in, it still does not write.
        if (!viewer.IsStaff)
            throw new GraphQLException("Only agency staff can change anything.", EnumCode.Of(ErrorCode.Forbidden));
        await database.BeginWriteAsync(cancellationToken);
    }

    public override async ValueTask CommitMutationFieldAsync(FieldDefinition field) => await database.CommitAsync(CancellationToken.None);

    public override async ValueTask RollbackMutationFieldAsync(FieldDefinition field) =>
        await database.RollbackAsync(CancellationToken.None);

    public override async ValueTask BeginPayloadReadAsync(FieldDefinition field, CancellationToken cancellationToken)
    {
        try
        {
            await database.BeginReadAsync(cancellationToken);
        }
        catch (Exception failure)
        {
            afterWrites.Add(failure);
            throw;
        }
    }

    public override async ValueTask EndPayloadReadAsync(FieldDefinition field) => await EndReadAsync();

    public override void OnDeprecatedUse(IReadOnlyCollection<string> coordinates) =>
        deprecatedUses.Note(viewer, coordinates, time.GetUtcNow());

    public override GraphQLError AsShown(GraphQLError error) =>
        !isMutation ? KnownFailures.AsShown(error, isRead: true)
        : IsAfterWrite(error) ? KnownFailures.AsShownAfterWrite(error)
        : KnownFailures.AsShown(error, isRead: false);

    public override void OnException(Exception exception, GraphQLError error)
    {
        if (KnownFailures.Of(exception, isRead: true) is { IsOutage: true })
            outages.Note(exception);
        else
            Failed(log, exception, error.Code);
    }

    // Below the field itself only the payload is read.
    private bool IsAfterWrite(GraphQLError error) =>
        error.Path is { Count: > 1 } || (error.Exception is { } failure && afterWrites.Contains(failure));

    private async Task EndReadAsync()
    {
        if (await database.EndReadAsync() is { } failure)
            outages.Note(failure);
    }

    [LoggerMessage(LogLevel.Error, "A field failed and was shown as {Code}.")]
    private static partial void Failed(ILogger log, Exception exception, string? code);
}
