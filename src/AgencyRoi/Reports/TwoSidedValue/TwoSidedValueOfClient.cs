using AgencyRoi.Ledger.Entries;
using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.TwoSidedValue;

[ExtendObjectType<Client>]
internal static partial class TwoSidedValueOfClient
{
    /// <summary>
    /// What consumers got from the client in a period (coupons, time, other benefits) beside what the client has of it, with the return of both sides and the consumers' part of
    /// the value that both have together.
    /// </summary>
    /// <param name="period">The days to count.</param>
    /// <param name="total">The total of the client's value that the split is made with.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<ClientTwoSidedValue>> GetTwoSidedValueAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        RoiTotal total = RoiTotal.Adjusted,
        CancellationToken cancellationToken = default
    )
    {
        var scope = new SumScope([.. clients.Select(client => client.Id).Distinct()], period.ToRange(), Viewpoint.Client);
        var rows = await database.RunAsync(
            (session, token) => ConsumerBenefitRow.LoadAsync(session, clients, scope.Period, token),
            cancellationToken
        );
        var sums = await database.RunAsync((session, token) => LedgerSums.OfAsync(session, scope, token), cancellationToken);
        var byClient = sums.ToLookup(sum => sum.ClientId);
        return
        [
            .. clients.Select(client => new ClientTwoSidedValue(
                client,
                [.. rows[client.Id]],
                new(FigureScope.OfClient(client.Id, scope.Period, Viewpoint.Client, client.Currency), [.. byClient[client.Id]]),
                total
            )),
        ];
    }
}

[ObjectType<ClientTwoSidedValue>]
internal static partial class TwoSidedValueParts
{
    /// <summary>The consumers' side by channel, those with the most worth first; all parts together are the whole.</summary>
    [UsePaging(ConnectionName = "ConsumerFiguresByChannel")]
    public static KeyedList<ConsumerFiguresOfChannel> GetByChannel([Parent] ClientTwoSidedValue value) =>
        KeyedList.Of(
            $"{value.ClientId}",
            from part in ClientTwoSidedValue.Parts(value.Rows, row => NoDimension.ToColumn(row.ChannelId), value.Currency)
            let channel = NoDimension.FromColumn<ChannelId>(part.Key)
            select ((-part.Figures.Worth!.Value.Amount, part.Key), new ConsumerFiguresOfChannel(channel, part.Figures)) // a part has benefits
        );
}
