using System.Runtime.InteropServices;
using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Terms.AttributionPolicies;

namespace AgencyRoi.Records.JourneySums;

/// <summary>By how much each row of the sums changes: what was kept of people is taken off, what is kept of them now is added.</summary>
/// <param name="gatheredBefore">The first of a month: journeys without conversion that became too old before it stand by month, later ones by day.</param>
internal sealed class SumChanges(DateOnly gatheredBefore)
{
    private static readonly (string CreditedBy, AttributionModel Rule)[] Rules =
    [
        .. CreditSources.Rules.Select(model => (EnumCode.Of(model), new AttributionModelInput(model).Rule()!)), // each is one of touches
    ];

    private readonly Dictionary<(DateOnly CountedOn, bool OfNulls), TotalChange> totals = [];
    private readonly Dictionary<(DateOnly CountedOn, string CreditedBy, string Channel), CreditChange> credits = [];
    private readonly Dictionary<MoveKey, decimal> moves = [];

    public IReadOnlyDictionary<(DateOnly CountedOn, bool OfNulls), TotalChange> Totals => totals;

    public IReadOnlyDictionary<(DateOnly CountedOn, string CreditedBy, string Channel), CreditChange> Credits => credits;

    public IReadOnlyDictionary<MoveKey, decimal> Moves => moves;

    public void Take(KeptPerson person) => Change(person, sign: -1);

    public void Add(KeptPerson person) => Change(person, sign: 1);

    private void Change(KeptPerson person, int sign)
    {
        foreach (var journey in person.Journeys)
            Change(person.Channels, journey, sign);
        foreach (var open in person.Open)
            Change(open, sign);
    }

    private void Change(IReadOnlyList<string> channels, KeptJourney journey, int sign)
    {
        var isConversion = journey.Shares is not null;
        ref var total = ref TotalOn(journey.Day, ofNulls: !isConversion);
        var isUnattributed = isConversion && journey.Path.Count == 0;
        total.Conversions += sign * journey.Conversions;
        total.Value += sign * journey.Value;
        total.UnattributedConversions += isUnattributed ? sign * journey.Conversions : 0m;
        total.UnattributedValue += isUnattributed ? sign * journey.Value : 0m;
        total.Nulls += sign * journey.Nulls;
        total.ExcludedTouches += sign * journey.ExcludedTouches;
        total.Unvalued += sign * journey.Unvalued;
        if (isConversion)
            Credit(channels, journey, sign);
        if (journey.Path.Count > 0 && journey.Conversions + journey.Nulls is var walks && walks != 0m)
            Move(channels, journey, sign * walks, ofNulls: !isConversion);
    }

    private void Change(OpenDays open, int sign)
    {
        TotalOn(open.From, ofNulls: false).Opened += sign;
        if (open.IsConverted)
            TotalOn(open.Until, ofNulls: false).Opened -= sign;
        else
            TotalOn(open.Until, ofNulls: true).Closed += sign;
    }

    private void Credit(IReadOnlyList<string> channels, KeptJourney journey, int sign)
    {
        var month = MonthOf(journey.Day);
        if (journey.Reported is { } reported)
            CreditOf(month, CreditSources.Buyer, channels[reported]).Conversions += sign * journey.Conversions;
        if (journey.Path.Count == 0 || journey is { Conversions: 0m, Value: 0m })
            return;
        var touches = new JourneyTouch[journey.Path.Count];
        var weights = new double[touches.Length];
        var shares = new decimal[touches.Length];
        foreach (var (creditedBy, rule) in Rules)
        {
            rule.Weigh(touches, weights);
            CreditShares.Of(weights, shares);
            Give(creditedBy, shares);
        }
        Give(CreditSources.Policy, journey.Shares!); // of a conversion

        void Give(string creditedBy, IReadOnlyList<decimal> given)
        {
            for (var place = 0; place < given.Count; place++)
                if (given[place] != 0m)
                {
                    ref var credit = ref CreditOf(month, creditedBy, channels[journey.Path[place]]);
                    credit.Conversions += sign * given[place] * journey.Conversions;
                    credit.Value += sign * given[place] * journey.Value;
                    if (journey.Path[place] == journey.Reported)
                        credit.Agreeing += sign * given[place] * journey.Conversions;
                }
        }
    }

    private void Move(IReadOnlyList<string> channels, KeptJourney journey, decimal walks, bool ofNulls)
    {
        var countedOn = CountedOn(journey.Day, ofNulls);
        var (before, last) = ("", "");
        foreach (var place in journey.Path)
        {
            Step(channels[place]);
            (before, last) = (last, channels[place]);
        }
        Step(MoveKey.End);

        void Step(string next)
        {
            Count(new(1, countedOn, ofNulls, last, next));
            Count(new(2, countedOn, ofNulls, before.Length == 0 ? last : $"{before} {last}", next));
        }

        void Count(MoveKey key) => CollectionsMarshal.GetValueRefOrAddDefault(moves, key, out _) += walks;
    }

    private ref TotalChange TotalOn(DateOnly day, bool ofNulls)
    {
        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(totals, (CountedOn(day, ofNulls), ofNulls), out _);
        if (!ofNulls && !(total.LatestOn > day))
            total.LatestOn = day;
        return ref total;
    }

    private ref CreditChange CreditOf(DateOnly month, string creditedBy, string channel) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(credits, (month, creditedBy, channel), out _);

    private static DateOnly MonthOf(DateOnly day) => IntervalBuckets.StartOf(day, TimeInterval.Month);

    private DateOnly CountedOn(DateOnly day, bool ofNulls) => ofNulls && day >= gatheredBefore ? day : MonthOf(day);
}

/// <summary>The change of a row of totals.</summary>
internal record struct TotalChange
{
    public decimal Conversions { get; set; }

    public decimal Value { get; set; }

    public decimal UnattributedConversions { get; set; }

    public decimal UnattributedValue { get; set; }

    public long Nulls { get; set; }

    public long ExcludedTouches { get; set; }

    public long Unvalued { get; set; }

    /// <summary>People who began a journey, less those whose journey a conversion ended.</summary>
    public long Opened { get; set; }

    public long Closed { get; set; }

    public DateOnly? LatestOn { get; set; }
}

/// <summary>The change of a row of credits.</summary>
internal record struct CreditChange
{
    public decimal Conversions { get; set; }

    public decimal Value { get; set; }

    public decimal Agreeing { get; set; }
}

/// <summary>A row of moves.</summary>
/// <param name="State">The last touches, as many as the order, as a path; empty at the start.</param>
/// <param name="Next">The next touch, or <see cref="End"/>.</param>
internal readonly record struct MoveKey(int Order, DateOnly CountedOn, bool OfNulls, string State, string Next)
{
    public const string End = "end";
}
