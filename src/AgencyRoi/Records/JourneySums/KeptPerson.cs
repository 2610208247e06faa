using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Records.JourneySums;

/// <summary>All that the sums hold of one person, as it is stored.</summary>
internal sealed record KeptPerson
{
    /// <summary>The channels of the journeys, each as a path of one touch.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    public required IReadOnlyList<KeptJourney> Journeys { get; init; }

    public required IReadOnlyList<OpenDays> Open { get; init; }

    public bool IsEmpty => Journeys.Count + Open.Count == 0;
}

/// <summary>A journey that ended, or what was paid back of its conversion.</summary>
internal sealed record KeptJourney
{
    public required DateOnly Day { get; init; }

    /// <summary>The places of its touches' channels; none: no touch and no channel of its own brought it.</summary>
    public required IReadOnlyList<int> Path { get; init; }

    /// <summary>The share of each touch by the client's own policy, of which there is one per touch; null: it led to nothing.</summary>
    public IReadOnlyList<decimal>? Shares { get; init; }

    public decimal Conversions { get; init; }

    public decimal Value { get; init; }

    /// <summary>1 for one that led to no conversion.</summary>
    public int Nulls { get; init; }

    public int ExcludedTouches { get; init; }

    public long Unvalued { get; init; }

    /// <summary>The place of the channel that the buyer named when asked.</summary>
    public int? Reported { get; init; }
}
