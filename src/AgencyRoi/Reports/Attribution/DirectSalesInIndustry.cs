using AgencyRoi.Ledger.Sums;
using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.Attribution;

/// <summary>How plausible direct sales are in a client's industry: what part of all value they are for the agency's clients in it.</summary>
internal sealed class DirectSalesInIndustry
{
    /// <summary>The industry, as the client's profile says today.</summary>
    public required Industry Industry { get; init; }

    /// <summary>The clients of the industry that had any value in the period, this one among them; of those that the token may see.</summary>
    public required int ClientCount { get; init; }

    /// <summary>Direct sales over all value of this client, unadjusted, 0 to 1; null where it had none.</summary>
    public required decimal? OwnShare { get; init; }

    /// <summary>The lowest such share of a client in the industry; null with fewer than three clients, which say nothing about an industry.</summary>
    public required decimal? LowestShare { get; init; }

    /// <summary>The share in the middle of them; null with fewer than three clients.</summary>
    public required decimal? MedianShare { get; init; }

    /// <summary>The highest; null with fewer than three clients.</summary>
    public required decimal? HighestShare { get; init; }

    /// <summary>Why the industry has no range; null: it has one.</summary>
    public required UndefinedReason? UndefinedReason { get; init; }
}

[ExtendObjectType<Client>]
internal static partial class DirectSalesInIndustryOfClient
{
    private const int FewestClients = 3;

    /// <summary>
    /// What part of all value direct sales are for the agency's clients in the client's industry: where few people come to social media to buy, little direct value is
    /// no sign of poor work. It rests on the agency's own clients and says with how many.
    /// </summary>
    /// <param name="period">The days to count.</param>
    public static async Task<DirectSalesInIndustry> GetDirectSalesInIndustryAsync(
        [Parent("Id Industry")] Client client,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var shares = await database.RunAsync((session, token) => SharesAsync(session, client.Industry, days, token), cancellationToken);
        decimal[] all = [.. shares.Values.Order()];
        var isEnough = all.Length >= FewestClients;
        return new()
        {
            Industry = client.Industry,
            ClientCount = all.Length,
            OwnShare = shares.TryGetValue(client.Id, out var own) ? own : null,
            LowestShare = isEnough ? all[0] : null,
            MedianShare = isEnough ? decimal.Round(Median.Of(all)!.Value.Middle, 6) : null,
            HighestShare = isEnough ? all[^1] : null,
            UndefinedReason = isEnough ? null : Metrics.UndefinedReason.InsufficientHistory,
        };
    }

    private static async Task<Dictionary<ClientId, decimal>> SharesAsync(
        DatabaseSession session,
        Industry industry,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        var clients = await session
            .Db.Set<Client>()
            .Where(each => each.Industry == industry && each.Kind == ClientKind.Client)
            .Select(each => each.Id)
            .ToListAsync(cancellationToken);
        var sums = await LedgerSums.OfAsync(session, new SumScope(clients, days), cancellationToken);
        return sums.Where(sum => sum.Kind.Side == EntrySide.Value)
            .GroupBy(sum => sum.ClientId)
            .Select(of => (of.Key, Direct: of.Where(IsDirectSale).Sum(Amount), All: of.Sum(Amount)))
            .Where(of => of.All > 0m)
            .ToDictionary(of => of.Key, of => decimal.Round(Math.Clamp(of.Direct / of.All, 0m, 1m), 6));
    }

    private static bool IsDirectSale(LedgerSum sum) =>
        sum.Kind.ReturnClass == ReturnClass.Direct && sum.Kind.ValueStream == ValueStream.DirectSales;

    private static decimal Amount(LedgerSum sum) => sum.InClientCurrency.Amount;
}
