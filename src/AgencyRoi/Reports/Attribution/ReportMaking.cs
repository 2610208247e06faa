using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The answer as it is made of sums: the rows of each model and the band over all.</summary>
internal sealed class ReportMaking
{
    private const int MostRows = 100;

    private readonly AttributionQuestion question;
    private readonly JourneyBook book;
    private readonly IReadOnlyList<ModelResult> results;
    private readonly IReadOnlyList<AttributedPart> parts;
    private readonly IReadOnlyDictionary<AttributedPart, decimal>? costs;

    // By their numbers. What no model credits, no buyer named and nothing was spent on is no row: its touches led to nothing in these days.
    private readonly int[] shownParts;

    /// <param name="results">Of the models of the question, in their order.</param>
    public ReportMaking(
        AttributionQuestion question,
        JourneyBook book,
        IReadOnlyList<ModelResult> results,
        IReadOnlyList<AttributedPart> parts,
        IReadOnlyDictionary<AttributedPart, decimal>? costs
    )
    {
        (this.question, this.book, this.results, this.parts, this.costs) = (question, book, results, parts, costs);
        shownParts = [.. Enumerable.Range(0, parts.Count).Where(IsShown).OrderBy(part => parts[part].Key, StringComparer.Ordinal)];
    }

    private string Currency => question.Client.Currency;

    public AttributionReport Report(DeclaredSearch search)
    {
        List<IReadOnlyList<ModelCredit>> credited = [.. Crediting.Select(AllOf)];
        var ended = book.Conversions - book.UnattributedConversions + book.Nulls;
        return new()
        {
            Period = new(question.Span.Days.From, question.Span.Days.To),
            Source = question.Source,
            By = question.By,
            Conversions = book.Conversions,
            Value = Shown(book.Value),
            NullJourneyCount = book.Nulls,
            OpenJourneyCount = book.OpenJourneys,
            ConversionRate = ended == 0m ? null : decimal.Round((book.Conversions - book.UnattributedConversions) / ended, 6),
            ExcludedTouchCount = book.ExcludedTouches,
            UnvaluedCount = book.Unvalued,
            ReportedConversions = book.Reported.Values.Sum(),
            Models = [.. question.Models.Zip(results, (model, result) => Model(model, result, search))],
            Bands = Bands(credited),
            RankAgreement =
                credited.Count > 1 && ModelAgreement.Concordance(credited) is { } agreement ? decimal.Round((decimal)agreement, 6) : null,
        };
    }

    private AttributedModel Model(AttributionModelInput model, ModelResult result, DeclaredSearch search)
    {
        var isCredited = result.Gap is null;
        var credits = isCredited ? AllOf(result) : [];
        var unattributed = isCredited
            ? new ModelCredit(book.UnattributedConversions, book.UnattributedValue)
            : new ModelCredit(book.Conversions, book.Value);
        // The rows and the unattributed are shown so that together they are what is shown of all.
        var shown = LargestRemainder.RoundTo(
            book.Value,
            [.. credits.Select(credit => credit.Value), unattributed.Value],
            MinorUnits.Of(Currency)
        );
        return new()
        {
            Type = model.Type,
            Order = model.Type == AttributionModelType.Markov ? model.Order ?? 1 : null,
            Rows = isCredited ? Rows(credits, shown, result) : [],
            UnattributedConversions = unattributed.Conversions,
            UnattributedValue = new(shown[^1], Currency),
            SearchRevenue = isCredited ? search.Of([.. Enumerable.Range(0, parts.Count).Select(result.Of)]) : null,
            ReportedAgreementShare =
                isCredited && result.Agreeing is { } agreeing && book.Reported.Values.Sum() is > 0m and var reported
                    ? decimal.Round(agreeing / reported, 6)
                    : null,
            BaseProbability = result.BaseProbability,
            StateCount = result.States,
            UndefinedReason = result.Gap,
        };
    }

    // Places are those of the parts that are shown.
    private List<AttributionRow> Rows(ModelCredit[] credits, decimal[] shown, ModelResult result)
    {
        var budget = costs is null
            ? null
            : BudgetIndex.Of([
                .. shownParts.Select(
                    (part, place) =>
                        new BudgetedChannel
                        {
                            Conversions = credits[place].Conversions,
                            Cost = costs.GetValueOrDefault(parts[part]),
                            Budget = costs.GetValueOrDefault(parts[part]),
                        }
                ),
            ]);
        int[] order =
        [
            .. Enumerable
                .Range(0, shownParts.Length)
                .OrderByDescending(place => shown[place])
                .ThenByDescending(place => Counted(credits[place].Conversions)),
        ];
        var rows = order
            .Take(MostRows)
            .Select(place =>
                Row(place, credits[place], shown[place], result, budget?[place], book.Reported.GetValueOrDefault(shownParts[place]))
            )
            .ToList();
        if (order.Length > MostRows)
            rows.Add(Gathered(order[MostRows..], credits, shown));
        return rows;
    }

    private AttributionRow Row(int place, ModelCredit credit, decimal shown, ModelResult result, BudgetIndex? budget, decimal reported)
    {
        var part = parts[shownParts[place]];
        decimal? cost = costs?.GetValueOrDefault(part);
        var roi = cost is { } over ? Roi.Percent(credit.Value, over) : Ratio.Undefined(UndefinedReason.NotMeasured);
        return new()
        {
            Part = part,
            Conversions = Counted(credit.Conversions),
            Value = new(shown, Currency),
            RemovalEffect = result.RemovalEffects is { } effects && effects.TryGetValue(shownParts[place], out var effect) ? effect : null,
            ReportedConversions = reported,
            Cost = cost is { } spent ? Shown(spent) : null,
            RoiPercent = roi.Value,
            UndefinedReason = roi.Reason,
            CostPerConversion =
                cost > 0m && credit.Conversions > 0m ? new(decimal.Round(cost.Value / credit.Conversions, 6), Currency) : null,
            BudgetIndex = budget?.Index.Value,
            ProposedBudget = budget?.ProposedBudget is { } proposed ? Shown(proposed) : null,
        };
    }

    private AttributionRow Gathered(int[] places, ModelCredit[] credits, decimal[] shown)
    {
        decimal? cost = costs is null ? null : places.Sum(place => costs.GetValueOrDefault(parts[shownParts[place]]));
        var roi = cost is { } over
            ? Roi.Percent(places.Sum(place => credits[place].Value), over)
            : Ratio.Undefined(UndefinedReason.NotMeasured);
        return new()
        {
            Part = default,
            GatheredCount = places.Length,
            Conversions = decimal.Round(places.Sum(place => credits[place].Conversions), 6),
            Value = new(places.Sum(place => shown[place]), Currency),
            Cost = cost is { } spent ? Shown(spent) : null,
            RoiPercent = roi.Value,
            UndefinedReason = roi.Reason,
        };
    }

    private ModelCredit[] AllOf(ModelResult result) => [.. shownParts.Select(result.Of)];

    private IEnumerable<ModelResult> Crediting => results.Where(result => result.Gap is null);

    private bool IsShown(int part) =>
        Crediting.Any(result => result.Of(part) is not { Conversions: 0m, Value: 0m } || result.RemovalEffects?.ContainsKey(part) == true)
        || book.Reported.GetValueOrDefault(part) != 0m
        || costs?.GetValueOrDefault(parts[part]) is not (null or 0m);

    private IReadOnlyList<AttributionBand>? Bands(List<IReadOnlyList<ModelCredit>> models)
    {
        if (models.Count < 2)
            return null;
        var bands = ModelBand.Of(models);
        return
        [
            .. shownParts
                .Select(part => parts[part])
                .Zip(bands)
                .OrderByDescending(pair => pair.Second.HighestValue)
                .ThenBy(pair => pair.Second.BestRank)
                .Take(MostRows)
                .Select(pair => Band(pair.First, pair.Second)),
        ];
    }

    private AttributionBand Band(AttributedPart part, ModelBand band) =>
        new()
        {
            Part = part,
            LowestConversions = decimal.Round(band.LowestConversions, 6),
            HighestConversions = decimal.Round(band.HighestConversions, 6),
            LowestValue = Shown(band.LowestValue),
            HighestValue = Shown(band.HighestValue),
            BestRank = band.BestRank,
            WorstRank = band.WorstRank,
            IsRankStable = band.IsRankStable,
        };

    private static decimal Counted(decimal conversions) => decimal.Round(conversions, 6);

    private Money Shown(decimal amount) => new Money(amount, Currency).Rounded(MinorUnits.Of(Currency));
}
