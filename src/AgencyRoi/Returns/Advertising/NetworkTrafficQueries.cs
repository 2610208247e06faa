using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Comparison;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Returns.Advertising;

/// <summary>Unpaid clicks from a network, at the price that the client pays for a click there. It is in no return.</summary>
/// <param name="Network">The network that the client's channels lie on.</param>
/// <param name="UnpaidClickCount">Clicks that advertising did not buy.</param>
/// <param name="CostPerClick">AD_SPEND ÷ bought clicks of the client's channels on the network, or why there is none.</param>
/// <param name="Amount">Unpaid clicks × cost per click, in the client's currency. Null: there is no cost per click, and no other price stands in for it.</param>
/// <param name="EvidenceGrade">The grade of equivalences.</param>
/// <param name="Note">Why it is no value.</param>
internal sealed record NetworkTrafficMemo(
    Network Network,
    decimal UnpaidClickCount,
    AdvertisingPrice CostPerClick,
    Money? Amount,
    EvidenceGrade EvidenceGrade,
    string Note
)
{
    public static NetworkTrafficMemo Of(Network network, AdvertisingSums sums, string currency)
    {
        var unpaid = (sums.Clicks ?? 0m) - (sums.PaidClicks ?? 0m);
        var price = AdvertisingRatios.CostPerClick(sums);
        return new(
            network,
            unpaid,
            new(price.Value is { } each ? new Money(each, currency) : null, price.Reason),
            // The price is made anew from its sums, so that the amount is rounded once.
            price.Value
                is null
                ? null
                : new Money(NetworkTraffic.Value(unpaid, sums.AdSpend / sums.PaidClicks!.Value), currency).Rounded(MinorUnits.Of(currency)), // a price has clicks
            NetworkTraffic.Grade,
            NetworkTraffic.Note
        );
    }
}

[ExtendObjectType<Client>]
internal static partial class NetworkTrafficOfClient
{
    /// <summary>
    /// Unpaid clicks from each network at the price that the client pays for a click there: a memo of grade E that enters no return. Networks without an
    /// unpaid click are left out; clicks count where they name a channel.
    /// </summary>
    /// <param name="period">The days to count.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<NetworkTrafficMemo>>> GetNetworkTrafficAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        NetworkCatalogue catalogue,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        ClientId[] ids = [.. clients.Select(client => client.Id).Distinct()];
        var (sums, channels) = await database.RunAsync(
            async (session, token) =>
            {
                var found = await AdvertisingSum.LoadAsync(session, ids, days, LedgerDimension.Channel, token);
                return (
                    found,
                    await session.Db.Set<Channel>().AsNoTracking().Where(channel => ids.Contains(channel.ClientId)).ToListAsync(token)
                );
            },
            cancellationToken
        );
        var networks = await ChannelLoaders.NetworksOfAsync(database, catalogue, channels, cancellationToken);
        var networkOf = channels.Zip(networks).ToDictionary(pair => pair.First.Id.Value, pair => pair.Second);
        var byClient = sums.Where(sum => sum.PartId is { } part && networkOf.ContainsKey(part)).ToLookup(sum => sum.ClientId);
        return
        [
            .. clients.Select(client =>
                (IReadOnlyList<NetworkTrafficMemo>)
                    [
                        .. from sum in byClient[client.Id]
                        group sum by networkOf[sum.PartId!.Value] into network // those without a part were left out
                        orderby network.Key.Code
                        let memo = NetworkTrafficMemo.Of(
                            network.Key,
                            AdvertisingSum.Together(network, inAgencyCurrency: false),
                            client.Currency
                        )
                        where memo.UnpaidClickCount > 0m
                        select memo,
                    ]
            ),
        ];
    }
}
