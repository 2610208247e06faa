using AgencyRoi.Access;
using AgencyRoi.Database;
using AgencyRoi.GraphQL.Errors;
using AgencyRoi.GraphQL.Execution;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Metrics;

namespace AgencyRoi.Api;

/// <summary>
/// The transactions of one operation: a query reads in one; each field of a mutation writes in one of its own, commits it, and reads its
/// payload in another, so that an error in reading never undoes the write.
/// </summary>
internal sealed partial class OperationTransactions(
    OperationDatabase database,
    Viewer viewer,
    DeprecatedUses deprecatedUses,
    TimeProvider time,
    ILogger<OperationTransactions> log
) : OperationLifecycle
{
    public override async ValueTask BeginQueryAsync(CancellationToken cancellationToken) =>
        await database.BeginReadAsync(cancellationToken);

    public override async ValueTask EndQueryAsync(bool success) => await EndReadAsync(success);

    public override async ValueTask BeginMutationFieldAsync(FieldDefinition field, CancellationToken cancellationToken)
    {
        // The portal's schema has no mutations; should one ever get in, it still does not write.
        if (!viewer.IsStaff)
            throw new GraphQLException("Only agency staff can change anything.", EnumCode.Of(ErrorCode.Forbidden));
        await database.BeginWriteAsync(cancellationToken);
    }

    public override async ValueTask CommitMutationFieldAsync(FieldDefinition field) => await database.CommitAsync(CancellationToken.None);

    public override async ValueTask RollbackMutationFieldAsync(FieldDefinition field) =>
        await database.RollbackAsync(CancellationToken.None);

    public override async ValueTask BeginPayloadReadAsync(FieldDefinition field, CancellationToken cancellationToken) =>
        await database.BeginReadAsync(cancellationToken);

    public override async ValueTask EndPayloadReadAsync(FieldDefinition field) => await EndReadAsync(success: true);

    public override void OnDeprecatedUse(IReadOnlyCollection<string> coordinates) =>
        deprecatedUses.Note(viewer, coordinates, time.GetUtcNow());

    public override void OnException(Exception exception, GraphQLError error) => Failed(log, exception, error.Code);

    private Task EndReadAsync(bool success) =>
        success ? database.CommitAsync(CancellationToken.None) : database.RollbackAsync(CancellationToken.None);

    [LoggerMessage(LogLevel.Error, "A field failed and was shown as {Code}.")]
    private static partial void Failed(ILogger log, Exception exception, string? code);
}
