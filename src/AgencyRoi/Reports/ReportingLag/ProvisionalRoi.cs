using AgencyRoi.Platform.Database;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.ReportingLag;

[ExtendObjectType<ReturnOnInvestment>]
internal static partial class ProvisionalRoi
{
    /// <summary>
    /// The first day of the period whose figures are provisional: sources report some days late, so what is younger than the usual delay of one of the
    /// client's sources may still change without anybody correcting anything. Null: all days are settled.
    /// </summary>
    [BatchResolver]
    public static Task<IReadOnlyList<DateOnly?>> GetProvisionalFromAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => OfEachAsync(returns, (settled, whole) => settled.From(whole.Scope.Sums), database, time, cancellationToken);

    /// <summary>
    /// Which sources make days of the period provisional, each with its delay and its first provisional day. A client that nothing has been entered of for
    /// a year has no sources, and three provisional days.
    /// </summary>
    [BatchResolver]
    public static Task<IReadOnlyList<IReadOnlyList<ProvisionalSource>>> GetProvisionalSourcesAsync(
        [Parent] List<ReturnOnInvestment> returns,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    ) => OfEachAsync(returns, (settled, whole) => settled.Sources(whole.Scope.Sums), database, time, cancellationToken);

    private static Task<IReadOnlyList<T>> OfEachAsync<T>(
        IReadOnlyList<ReturnOnInvestment> returns,
        Func<SettledDays, ReturnOnInvestment, T> of,
        OperationDatabase database,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        ClientId[] clients = [.. returns.SelectMany(whole => whole.Scope.Sums.ClientIds).Distinct()];
        return database.RunAsync<IReadOnlyList<T>>(
            async (session, token) =>
            {
                var settled = await SettledDays.LoadAsync(session, clients, time.GetUtcNow(), token);
                return [.. returns.Select(whole => of(settled, whole))];
            },
            cancellationToken
        );
    }
}
