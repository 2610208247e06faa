using System.Runtime.InteropServices;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Sums of one model over the journeys that it is given, for each value of the dimension.</summary>
internal abstract class ModelSums
{
    public abstract void Add(ReadJourney journey);

    public abstract ModelResult Result(CancellationToken cancellationToken);

    public static ModelSums Of(AttributionModelInput model, AttributionSource source) =>
        (model.Type, source) is (AttributionModelType.TimeDecay, AttributionSource.Paths) ? new NoSums(AttributionUndefinedReason.NoTimes)
        : (model.Type, source) is (AttributionModelType.Policy, AttributionSource.Paths) ? new NoSums(AttributionUndefinedReason.NoPolicy)
        : model.Type == AttributionModelType.Policy ? new RuleSums(rule: null)
        : model.Rule() is { } rule ? (source == AttributionSource.Paths ? new PathSums(rule) : new RuleSums(rule))
        : model.Type == AttributionModelType.Markov ? new MarkovSums(model.Order ?? 1)
        : new ShapleySums();

    /// <summary>Sums by a rule: shares of eight places times what the conversion is worth, which is exact, so that the credits are together what was added.</summary>
    /// <param name="rule">Null: that of each journey's policy.</param>
    private sealed class RuleSums(AttributionModel? rule) : ModelSums
    {
        private static readonly AttributionModel AnyRule = new LastTouch();

        private readonly CreditsByPart credits = new();
        private decimal agreeing;
        private double[] weights = new double[16];
        private decimal[] shares = new decimal[16];

        public override void Add(ReadJourney journey)
        {
            if (journey.Count is { Conversions: 0m, Value: 0m })
                return;
            var touches = CollectionsMarshal.AsSpan(journey.Touches);
            if (weights.Length < touches.Length)
                (weights, shares) = (new double[touches.Length * 2], new decimal[touches.Length * 2]);
            var own = weights.AsSpan(0, touches.Length);
            var share = shares.AsSpan(0, touches.Length);
            // One without a policy has one touch, which any rule gives all.
            (rule ?? journey.Policy ?? AnyRule).Weigh(touches, own);
            CreditShares.Of(own, share);
            for (var place = 0; place < touches.Length; place++)
                if (share[place] != 0m)
                {
                    credits.Add(journey.Parts[place], share[place] * journey.Count.Conversions, share[place] * journey.Count.Value);
                    if (journey.Parts[place] == journey.ReportedPart)
                        agreeing += share[place] * journey.Count.Conversions;
                }
        }

        public override ModelResult Result(CancellationToken cancellationToken) => new(credits.All) { Agreeing = agreeing };
    }

    /// <summary>
    /// Sums by a rule over journeys that were counted together. A share of eight places times thousands of conversions would be off in the fifth place: what they come to
    /// is split instead, at ten places, so that the credits are together what was added.
    /// </summary>
    private sealed class PathSums(AttributionModel rule) : ModelSums
    {
        private const int Places = 10;

        private readonly CreditsByPart credits = new();
        private double[] weights = new double[16];

        public override void Add(ReadJourney journey)
        {
            if (journey.Count is { Conversions: 0m, Value: 0m })
                return;
            var touches = CollectionsMarshal.AsSpan(journey.Touches);
            if (weights.Length < touches.Length)
                weights = new double[touches.Length * 2];
            var own = weights.AsSpan(0, touches.Length);
            rule.Weigh(touches, own);
            var conversions = CreditedAmounts.Split(journey.Count.Conversions, own, Places);
            var value = CreditedAmounts.Split(journey.Count.Value, own, Places);
            foreach (var (place, part) in journey.Parts.Index())
                credits.Add(part, conversions[place], value[place]);
        }

        public override ModelResult Result(CancellationToken cancellationToken) => new(credits.All);
    }

    /// <summary>No sums of a model that the source does not say enough for.</summary>
    private sealed class NoSums(AttributionUndefinedReason reason) : ModelSums
    {
        public override void Add(ReadJourney journey) { }

        public override ModelResult Result(CancellationToken cancellationToken) => new([]) { Gap = reason };
    }

    private sealed class ShapleySums : ModelSums
    {
        private readonly ShapleyCredits shapley = new();
        private decimal agreeing;

        public override void Add(ReadJourney journey)
        {
            shapley.Add(CollectionsMarshal.AsSpan(journey.Parts), journey.Count);
            if (journey.ReportedPart is { } reported && journey.Parts.Contains(reported))
                agreeing += journey.Count.Conversions / journey.Parts.Distinct().Count();
        }

        public override ModelResult Result(CancellationToken cancellationToken)
        {
            var credits = new CreditsByPart();
            foreach (var credit in shapley.Credits())
                credits.Add(credit.Channel, credit.Conversions, credit.Value);
            return new(credits.All) { Agreeing = agreeing };
        }
    }
}
