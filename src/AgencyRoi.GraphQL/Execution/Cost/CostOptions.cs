namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>How operations are priced, by the directives <c>@cost</c> and <c>@listSize</c> of the schema.</summary>
public sealed record CostOptions
{
    /// <summary>The most that one operation may cost; inclusive.</summary>
    public long MaxCost { get; init; } = 10_000;

    /// <summary>The size of a list about which the schema says nothing. Never 1: such a list would be free to multiply what is below it.</summary>
    public int DefaultListSize { get; init; } = 10;

    /// <summary>What a comparison of a filter or a key of an order costs.</summary>
    public double TermWeight { get; init; } = 1;

    /// <summary>What an item costs of a list that is given to a field.</summary>
    public double ValueWeight { get; init; } = 0.1;
}

/// <summary>What a caller wants to know of an operation's cost.</summary>
public enum CostMode
{
    /// <summary>Nothing: the operation is priced and executed.</summary>
    Silent,

    /// <summary>Executed, with <c>extensions.cost</c> in the answer.</summary>
    Report,

    /// <summary>Priced only: <c>extensions.cost</c> is the whole answer.</summary>
    Validate,
}
