namespace AgencyRoi.Metrics.Valuation;

/// <summary>What a fact says besides its own key about the unit of value that it is.</summary>
/// <param name="LeadReference">The key of the lead.</param>
/// <param name="OrderReference">The key of the order; it goes before that of the lead.</param>
/// <param name="SameAs">The unit of a fact that somebody found to be the same one; it goes before all else.</param>
public readonly record struct UnitNames(string? LeadReference = null, string? OrderReference = null, string? SameAs = null)
{
    internal string? Named =>
        OrderReference is { } order ? $"order:{order}"
        : LeadReference is { } lead ? $"lead:{lead}"
        : null;
}

/// <summary>
/// Which unit an outcome or a conversion claims, so that one lead which comes twice counts once. One conversion of a goal is the same unit whether it is
/// stated as an outcome or as a conversion; several at once are not told apart, so they claim no unit that another fact could claim.
/// </summary>
public static class ClaimedUnit
{
    public static string OfOutcome(Guid goalId, string externalReference, decimal quantity, UnitNames names) =>
        names.SameAs
        ?? (quantity <= 1m ? names.Named : null)
        ?? (quantity == 1m ? OneOfGoal(goalId, externalReference) : $"outcome:{goalId}:{externalReference}");

    /// <summary>An order is one unit, however many pieces it has.</summary>
    public static string OfSale(SaleFact sale) =>
        sale.Type is ConversionType.Sale or ConversionType.InStore ? sale.Names.Named ?? $"order:{sale.ExternalReference}"
        : sale.Quantity <= 1m && sale.Names.Named is { } named ? named
        : sale.Quantity == 1m && sale.Dimensions.GoalId is { } goal ? OneOfGoal(goal, sale.ExternalReference)
        : $"order:{sale.ExternalReference}";

    private static string OneOfGoal(Guid goalId, string externalReference) => $"conversion:{goalId}:{externalReference}";
}
