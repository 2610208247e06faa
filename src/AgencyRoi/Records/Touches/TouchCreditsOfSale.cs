using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Sales;
using AgencyRoi.Terms.AttributionPolicies;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Touches;

[ExtendObjectType<Sale>]
internal static partial class TouchCreditsOfSale
{
    /// <summary>
    /// The touches of the conversion's look-back in their order, at most the latest thousand, with the credit that a model gives each; excluded ones with the reason. Empty
    /// where it has no journey.
    /// </summary>
    /// <param name="model">One that credits touches one by one; without it that of the client's attribution policy on the conversion's day.</param>
    [ListSize(AssumedSize = 10)]
    [BatchResolver]
    public static async Task<IReadOnlyList<IReadOnlyList<TouchCredit>>> GetTouchCreditsAsync(
        [Parent("Id ClientId JourneyKey ConvertedAt BookedAmount")] List<Sale> sales,
        OperationDatabase database,
        AttributionModelInput? model = null,
        CancellationToken cancellationToken = default
    )
    {
        var rule = RuleOf(model);
        var (journeys, currencies) = await database.RunAsync(
            async (session, token) =>
            {
                var walked = await CreditedJourneys.LoadAsync(session, [.. sales.SelectMany(SaleCrediting.MomentsOf)], token);
                ClientId[] clients = [.. sales.Select(sale => sale.ClientId).Distinct()];
                var paidIn = await session
                    .Db.Set<Client>()
                    .Where(client => clients.Contains(client.Id))
                    .ToDictionaryAsync(client => client.Id, client => client.Currency, token);
                return (walked, paidIn);
            },
            cancellationToken
        );
        return
        [
            .. sales.Select(sale =>
                journeys.Walked.TryGetValue(sale.Id, out var walked)
                    ? Credits(walked, rule ?? walked.Rule, sale.BookedAmount, currencies[sale.ClientId])
                    : []
            ),
        ];
    }

    private static AttributionModel? RuleOf(AttributionModelInput? model)
    {
        if (model is null or { Type: AttributionModelType.Policy })
            return null;
        var checks = new InputChecks();
        model.Check(checks.Within("model"));
        return !checks.Passed
            ? throw BadInput.Of(checks.Errors[0].Message)
            : model.Rule() ?? throw BadInput.Of("MARKOV and SHAPLEY credit channels and no touches.");
    }

    private static IReadOnlyList<TouchCredit> Credits(WalkedConversion walked, AttributionModel rule, decimal? worth, string currency)
    {
        var counted = walked.Touches.Where(touch => touch.HasBasis).ToList();
        var shares = JourneyCrediting.SharesOf(rule, walked.Conversion.At, counted);
        var values = worth is { } whole
            ? LargestRemainder.RoundTo(whole, [.. shares.Select(share => share * whole)], MinorUnits.Of(currency))
            : null;
        var next = 0;
        return [.. walked.Touches.Select(Credit)];

        TouchCredit Credit(TouchRow touch)
        {
            if (!touch.HasBasis)
                return new(touch.Id, Credit: null, Value: null, TouchExclusionReason.NoLegalBasis);
            var place = next++;
            Money? value = values is null ? null : new Money(values[place], currency);
            return new(touch.Id, shares[place], value, ExclusionReason: null);
        }
    }
}
