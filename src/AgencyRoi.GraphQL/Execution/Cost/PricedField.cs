namespace AgencyRoi.GraphQL.Execution.Cost;

/// <summary>A key of the answer: how many values it has for each parent, and what each of them costs.</summary>
/// <param name="ResponseName">The key.</param>
/// <param name="Weight">Charged once for all parents.</param>
/// <param name="Size">How many values.</param>
/// <param name="Branches">One for each type that a value can have.</param>
internal sealed record PricedField(string ResponseName, FieldWeight Weight, ListSize Size, PricedSelection[] Branches)
{
    /// <summary>Whether the price is the same for all values of variables.</summary>
    public bool IsFixed => Size.IsFixed && Weight.IsFixed && Array.TrueForAll(Branches, branch => branch.Fields.Length == 0);

    /// <summary>
    /// A value of an abstract type is priced as its dearest type. Several values can be of several types, each of which is
    /// loaded at its own cost, so that part is added up.
    /// </summary>
    public Price Of(in Sizes sizes)
    {
        var items = sizes.Of(Size);
        var weight = Weight.Of(sizes.Variables, sizes.InputWeights);
        if (items <= 0)
            return new Price(0, weight);
        var dearest = default(Price);
        var objects = 0d;
        var levels = 0d;
        foreach (var branch in Branches)
        {
            var price = branch.Of(sizes);
            objects = Math.Max(objects, price.Objects);
            levels += price.Levels;
            if (price.Total > dearest.Total)
                dearest = price;
        }
        return items > 1 ? new Price(items * objects, weight + levels) : new Price(items * dearest.Objects, weight + dearest.Levels);
    }
}

/// <summary>A value with what is selected of it.</summary>
/// <param name="Fixed">The value and those fields whose price does not change.</param>
/// <param name="Fields">The other fields.</param>
internal sealed record PricedSelection(Price Fixed, PricedField[] Fields)
{
    public Price Of(in Sizes sizes)
    {
        var price = Fixed;
        foreach (var field in Fields)
            price += field.Of(sizes);
        return price;
    }
}
