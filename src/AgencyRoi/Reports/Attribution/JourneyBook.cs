using AgencyRoi.Metrics.Attribution;

namespace AgencyRoi.Reports.Attribution;

/// <summary>Sums over the journeys that were read: those of the models, and what no model credits.</summary>
internal sealed class JourneyBook(IReadOnlyList<ModelSums> models)
{
    /// <summary>All conversions of the period and their value, attributed or not.</summary>
    public decimal Conversions { get; private set; }

    public decimal Value { get; private set; }

    /// <summary>Those of them that no touch and no channel of theirs brought.</summary>
    public decimal UnattributedConversions { get; private set; }

    public decimal UnattributedValue { get; private set; }

    /// <summary>Journeys that led to none, and became too old for one in the period.</summary>
    public decimal Nulls { get; private set; }

    /// <summary>Journeys that may still lead to one at the period's end.</summary>
    public long OpenJourneys { get; set; }

    /// <summary>Conversions whose buyers named a channel when asked, by the number of what it belongs to.</summary>
    public Dictionary<int, decimal> Reported { get; } = [];

    /// <summary>Touches that had no legal basis.</summary>
    public long ExcludedTouches { get; set; }

    /// <summary>Conversions whose worth in the client's currency was not kept when they were posted.</summary>
    public long Unvalued { get; set; }

    public void Add(ReadJourney journey)
    {
        Count(journey.Count);
        if (journey.ReportedPart is { } reported)
            Reported[reported] = Reported.GetValueOrDefault(reported) + journey.Count.Conversions;
        if (journey.Parts.Count == 0)
            (UnattributedConversions, UnattributedValue) = (
                UnattributedConversions + journey.Count.Conversions,
                UnattributedValue + journey.Count.Value
            );
        else
            foreach (var model in models)
                model.Add(journey);
    }

    /// <summary>Takes sums that were made before.</summary>
    public void Take(ModelCredit all, ModelCredit unattributed, decimal nulls) =>
        (Conversions, Value, UnattributedConversions, UnattributedValue, Nulls) = (
            all.Conversions,
            all.Value,
            unattributed.Conversions,
            unattributed.Value,
            nulls
        );

    private void Count(PathCount count) =>
        (Conversions, Value, Nulls) = (Conversions + count.Conversions, Value + count.Value, Nulls + count.Nulls);
}
