namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>A price in its two parts: what comes again for each parent, and what a level costs once however many parents it has.</summary>
internal readonly record struct Price(double Objects, double Levels)
{
    public double Total => Objects + Levels;

    public static Price operator +(Price left, Price right) => new(left.Objects + right.Objects, left.Levels + right.Levels);
}

/// <summary>With which sizes of lists is priced: those of a request, and of some lists no more than <see cref="Most"/>.</summary>
internal readonly record struct Sizes(IReadOnlyDictionary<string, object?> Variables)
{
    /// <summary>What the values of variables weigh by the fields of input objects in them; null where nothing of the kind has a weight.</summary>
    public IReadOnlyDictionary<string, double>? InputWeights { get; init; }

    public IReadOnlyCollection<ListSize>? Capped { get; init; }

    public double Most { get; init; }

    public double Of(ListSize size)
    {
        var items = Math.Max(0, size.Of(Variables));
        return Capped is not null && Capped.Contains(size) ? Math.Min(items, Most) : items;
    }
}
