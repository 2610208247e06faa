namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>What one key of an answer costs by itself, without what lies below it.</summary>
/// <param name="Path">The keys down to it.</param>
/// <param name="Cost">Of all its values together.</param>
/// <param name="Pages">The sizes on the way that the caller chooses.</param>
internal sealed record CostShare(string[] Path, double Cost, ListSize[] Pages)
{
    public static List<CostShare> Of(PricedSelection root, in Sizes sizes)
    {
        var shares = new List<CostShare>();
        Add(shares, root, 1, new CostShare([], 0, []), sizes);
        return shares;
    }

    private static void Add(List<CostShare> shares, PricedSelection selection, double parents, CostShare above, in Sizes sizes)
    {
        foreach (var field in selection.Fields)
        {
            var values = parents * sizes.Of(field.Size);
            var dearest = Dearest(field, sizes);
            ListSize[] pages = field.Size.IsPaged ? [.. above.Pages, field.Size] : above.Pages;
            var share = new CostShare(
                [.. above.Path, field.ResponseName],
                field.Weight.Of(sizes.Variables, sizes.InputWeights) + values * dearest.Fixed.Objects,
                pages
            );
            shares.Add(share);
            Add(shares, dearest, values, share, sizes);
        }
    }

    private static PricedSelection Dearest(PricedField field, in Sizes sizes)
    {
        var dearest = new PricedSelection(default, []); // An interface that no type implements has no values.
        foreach (var branch in field.Branches)
        {
            if (branch.Of(sizes).Total >= dearest.Of(sizes).Total)
                dearest = branch;
        }
        return dearest;
    }
}
