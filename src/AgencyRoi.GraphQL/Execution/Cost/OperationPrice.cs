namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>What an operation costs: a number, or as much of a sum as variables leave open. Made once for a plan; asking allocates nothing.</summary>
internal sealed class OperationPrice(PricedSelection root, ListSize[] strict)
{
    private readonly long fixedCost = root.Fields.Length == 0 ? Whole(root.Fixed.Total) : 0;

    /// <summary>Every part by itself, for a report; otherwise only those that variables change.</summary>
    public PricedSelection Root { get; } = root;

    public long Of(IReadOnlyDictionary<string, object?> variables, IReadOnlyDictionary<string, double>? inputWeights = null) =>
        Root.Fields.Length == 0 ? fixedCost : Whole(Root.Of(new Sizes(variables) { InputWeights = inputWeights }).Total);

    /// <summary>Whether a list is without the one slicing argument that it demands.</summary>
    public bool IsAmbiguous(IReadOnlyDictionary<string, object?> variables)
    {
        foreach (var size in strict)
        {
            if (size.IsAmbiguous(variables))
                return true;
        }
        return false;
    }

    /// <summary>Rounded up and never below 1: no operation is for nothing. Numbers beyond counting are cut.</summary>
    public static long Whole(double cost) => (long)Math.Clamp(Math.Ceiling(cost), 1, 1e15);
}
