namespace AgencyRoi.Metrics.Valuation;

/// <summary>The names that a fact gives, besides its own key, of the unit of value that it is.</summary>
/// <param name="LeadReference">The key of the lead.</param>
/// <param name="OrderReference">The key of the order.</param>
public readonly record struct UnitReferences(string? LeadReference = null, string? OrderReference = null)
{
    internal IEnumerable<string> Names
    {
        get
        {
            if (OrderReference is { } order)
                yield return $"order:{order}";
            if (LeadReference is { } lead)
                yield return $"lead:{lead}";
        }
    }
}

/// <summary>
/// The names of the unit that an outcome or a conversion claims, so that one lead which comes twice counts once: facts that share a name claim one unit,
/// and so do facts that a third one joins by naming both of their units. One conversion of a goal is the same unit whether it is stated as an outcome or
/// as a conversion; several at once are not told apart, so they claim no unit that another fact could claim. The first name is the one that entries show.
/// </summary>
public static class ClaimedUnit
{
    public static IReadOnlyList<string> OfOutcome(Guid goalId, string externalReference, decimal quantity, UnitReferences references)
    {
        if (quantity > 1m)
            return [$"outcome:{goalId}:{externalReference}"];
        List<string> names = [.. references.Names];
        if (quantity == 1m)
            names.Add(OneOfGoal(goalId, externalReference));
        return names.Count > 0 ? names : [$"outcome:{goalId}:{externalReference}"];
    }

    /// <summary>An order is one unit, however many pieces it has, and its own reference names it beside the one in another system.</summary>
    public static IReadOnlyList<string> OfSale(SaleFact sale)
    {
        var own = $"order:{sale.ExternalReference}";
        if (sale.Type is ConversionType.Sale or ConversionType.InStore)
            return [.. sale.References.Names.Append(own).Distinct()];
        if (sale.Quantity > 1m)
            return [own];
        List<string> names = [.. sale.References.Names];
        if (sale.Quantity == 1m && sale.Dimensions.GoalId is { } goal)
            names.Add(OneOfGoal(goal, sale.ExternalReference));
        return names.Count > 0 ? names : [own];
    }

    private static string OneOfGoal(Guid goalId, string externalReference) => $"conversion:{goalId}:{externalReference}";
}
