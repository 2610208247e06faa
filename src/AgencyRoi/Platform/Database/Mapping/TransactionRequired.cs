using System.Data.Common;
using AgencyRoi.Platform.Tenancy;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AgencyRoi.Platform.Database.Mapping;

/// <summary>Refuses a command outside a transaction: it would run without a tenant, or with whatever tenant was left behind.</summary>
internal sealed class TransactionRequired : DbCommandInterceptor
{
    public static readonly TransactionRequired Instance = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Checked(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Checked(command, result));

    public override InterceptionResult<object> ScalarExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result
    ) => Checked(command, result);

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<object> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Checked(command, result));

    public override InterceptionResult<int> NonQueryExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result
    ) => Checked(command, result);

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(Checked(command, result));

    private static T Checked<T>(DbCommand command, T result) =>
        command.Transaction is null ? throw new TenantException("A command was about to run outside the operation's transaction.") : result;
}
