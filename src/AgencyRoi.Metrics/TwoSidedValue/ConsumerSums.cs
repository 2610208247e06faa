namespace AgencyRoi.Metrics.TwoSidedValue;

/// <summary>Sums of benefits to consumers, in one currency. Cost is of those benefits alone whose cost to the consumers was measured, and so is the worth beside it.</summary>
public sealed record ConsumerSums
{
    /// <summary>How many statements.</summary>
    public long Benefits { get; init; }

    /// <summary>Those of them whose cost to the consumers was measured.</summary>
    public long Costed { get; init; }

    public decimal People { get; init; }

    /// <summary>Null: of no time.</summary>
    public decimal? HoursSaved { get; init; }

    public decimal Worth { get; init; }

    public decimal WorthWithCost { get; init; }

    public decimal Cost { get; init; }

    /// <summary>Worth ÷ people, in money. Null: nobody got anything.</summary>
    public decimal? WorthPerPerson => People > 0m ? Worth / People : null;

    /// <summary>The consumers' own (worth - cost) x 100 / cost, over benefits with a measured cost. A cost of nothing has no return, and one that nobody measured is not nothing.</summary>
    public Ratio RoiPercent => Costed == 0 ? Ratio.Undefined(UndefinedReason.NotMeasured) : Roi.Percent(WorthWithCost, Cost);

    public static ConsumerSums Together(IReadOnlyCollection<ConsumerSums> parts) =>
        new()
        {
            Benefits = parts.Sum(part => part.Benefits),
            Costed = parts.Sum(part => part.Costed),
            People = parts.Sum(part => part.People),
            HoursSaved = parts.All(part => part.HoursSaved is null) ? null : parts.Sum(part => part.HoursSaved ?? 0m),
            Worth = parts.Sum(part => part.Worth),
            WorthWithCost = parts.Sum(part => part.WorthWithCost),
            Cost = parts.Sum(part => part.Cost),
        };
}
