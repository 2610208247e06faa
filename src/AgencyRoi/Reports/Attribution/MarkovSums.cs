using System.Runtime.InteropServices;
using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Sums of a Markov chain: the moves of journeys, one by one or as they were counted before, and the value that the removal effects divide.</summary>
internal sealed class MarkovSums(int order) : ModelSums
{
    // As finely as a path's value is stated.
    private const int ValuePlaces = 10;

    private readonly MarkovChain chain = new(order);
    private decimal value;

    public override void Add(ReadJourney journey)
    {
        AddValue(journey.Count.Value);
        // What was paid back of an earlier conversion is no walk.
        chain.Add(CollectionsMarshal.AsSpan(journey.Parts), journey.Count with { Value = 0m });
    }

    /// <summary>Of all conversions that a touch or a channel of theirs brought, less refunds.</summary>
    public void AddValue(decimal amount) => value += amount;

    /// <param name="state">The numbers of the touches before the move, the latest last; none for the first touch of a journey.</param>
    public void AddMove(ReadOnlySpan<int> state, int next, decimal count) => chain.AddTransition(state, next, count);

    /// <param name="state">The numbers of the last touches.</param>
    public void AddEnd(ReadOnlySpan<int> state, PathCount count) => chain.AddEnd(state, count);

    public override ModelResult Result(CancellationToken cancellationToken)
    {
        var found = chain.Attribute(cancellationToken);
        var credits = new CreditsByPart();
        var effects = new Dictionary<int, decimal>();
        decimal[] values =
            value == 0m || found.Credits.Count == 0
                ? new decimal[found.Credits.Count]
                : CreditedAmounts.Split(value, [.. found.Credits.Select(credit => credit.RemovalEffect)], ValuePlaces);
        foreach (var (place, credit) in found.Credits.Index())
        {
            credits.Add(credit.Channel, credit.Conversions, values[place]);
            effects[credit.Channel] = decimal.Round((decimal)credit.RemovalEffect, 6);
        }
        return new(credits.All)
        {
            RemovalEffects = effects,
            BaseProbability = found.BaseProbability is { } known ? decimal.Round((decimal)known, 6) : null,
            Gap = found.Gap is { } gap ? AttributionUndefinedReasons.Of(gap) : null,
            States = found.States,
        };
    }
}
