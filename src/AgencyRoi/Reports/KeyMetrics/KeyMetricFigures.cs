using AgencyRoi.Ledger.Sums;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Forecasts;
using AgencyRoi.Returns.Advertising;
using AgencyRoi.Returns.Figures;
using AgencyRoi.Returns.Totals;

namespace AgencyRoi.Reports.KeyMetrics;

/// <summary>The figures of some clients in a period that their key metrics are: each kind in a fixed number of statements, and in none when nobody chose it.</summary>
internal sealed class KeyMetricFigures(
    DateRange days,
    ILookup<ClientId, LedgerSum> returns,
    ILookup<ClientId, AdvertisingSum> advertising,
    KeyMetricGoals goals
)
{
    public static async Task<KeyMetricFigures> LoadAsync(
        DatabaseSession session,
        IReadOnlyCollection<KeyMetricChoice> chosen,
        ChosenGoals goals,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        ClientId[] ofReturn = [.. chosen.Where(choice => choice.Metric.IsOfReturn()).Select(choice => choice.ClientId).Distinct()];
        ClientId[] ofAdvertising =
        [
            .. chosen.Where(choice => choice.Metric.IsOfAdvertising()).Select(choice => choice.ClientId).Distinct(),
        ];
        var returns = ofReturn.Length == 0 ? [] : await LedgerSums.OfAsync(session, new(ofReturn, days), cancellationToken);
        var advertising =
            ofAdvertising.Length == 0
                ? []
                : await AdvertisingSum.LoadAsync(session, ofAdvertising, days, dimension: null, cancellationToken);
        return new(
            days,
            returns.ToLookup(sum => sum.ClientId),
            advertising.ToLookup(sum => sum.ClientId),
            await KeyMetricGoals.LoadAsync(session, goals, days, cancellationToken)
        );
    }

    public KeyMetricFigure Of(Client client, KeyMetricChoice choice)
    {
        var scope = FigureScope.OfClient(client.Id, days, Viewpoint.Client, client.Currency);
        if (choice.Metric.IsOfReturn())
        {
            var whole = new ReturnOnInvestment(scope, [.. returns[client.Id]]);
            return KeyMetricFigure.Of(whole.Total(choice.Total ?? RoiTotal.Unadjusted), whole.Cost, choice.Metric);
        }
        return choice.Metric.IsOfAdvertising()
            ? KeyMetricFigure.Of(
                new AdvertisingFigures(scope, AdvertisingSum.Together(advertising[client.Id], inAgencyCurrency: false)),
                choice.Metric
            )
            : goals.Of(choice);
    }
}
