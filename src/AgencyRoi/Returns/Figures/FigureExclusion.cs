namespace AgencyRoi.Returns.Figures;

/// <summary>Why something that is known does not count in a figure.</summary>
internal enum ExclusionCode
{
    /// <summary>Assisted value, which the total does not count.</summary>
    AssistedLine,

    /// <summary>Indirect value, which the total does not count.</summary>
    IndirectLine,

    /// <summary>Cost avoided, which the total does not count: it was saved and not earned.</summary>
    CostAvoidedLine,

    /// <summary>The value that the factor of its evidence grade cut.</summary>
    EvidenceFactor,

    /// <summary>Sales and conversions that name no campaign and no channel that the agency runs: nobody knows what brought them.</summary>
    UnattributedSales,

    /// <summary>Refunds of such sales.</summary>
    UnattributedRefunds,

    /// <summary>Hours that have no rate.</summary>
    HoursWithoutRate,

    /// <summary>Unpaid visits of search terms without a price in their market and month.</summary>
    UnpricedVisits,

    /// <summary>Unpaid visits of search terms with the brand's name.</summary>
    BrandVisits,

    /// <summary>Visits that were bought.</summary>
    PaidVisits,

    /// <summary>Visits that ended in an order, which is counted as a sale.</summary>
    ConvertingVisits,

    /// <summary>Facts of the indirect streams that are worth nothing by their own content, such as a link that is spam.</summary>
    FactsWithoutValue,

    /// <summary>Ideas that nobody graded, or that are not good.</summary>
    IdeasNotGood,

    /// <summary>Claims on units that others claim with stronger evidence; <c>Client.overlaps</c> tells by whom they were cut.</summary>
    CountedElsewhere,
}

/// <summary>Something that is known and does not count.</summary>
/// <param name="Code">Why.</param>
/// <param name="Reason">The same in one English sentence.</param>
/// <param name="FactCount">How many ledger entries; of what is not in the ledger, how many facts.</param>
/// <param name="Amount">What it comes to: sales at their revenue. Null: nobody knows, such as what hours without a rate cost.</param>
internal sealed record FigureExclusion(ExclusionCode Code, string Reason, long FactCount, Money? Amount)
{
    public static string ReasonOf(ExclusionCode code) =>
        code switch
        {
            ExclusionCode.AssistedLine => "Assisted value does not count in the direct total.",
            ExclusionCode.IndirectLine => "Indirect value does not count in this total.",
            ExclusionCode.CostAvoidedLine => "Cost avoided does not count in this total: it was saved and not earned.",
            ExclusionCode.EvidenceFactor =>
                "Assisted value, indirect value and cost avoided count by the factor of their evidence grade; this is what it cut.",
            ExclusionCode.UnattributedSales =>
                "Sales that name no campaign and no channel that the agency runs count for nothing: give them one to have them counted.",
            ExclusionCode.UnattributedRefunds => "Refunds of sales that count for nothing take nothing back.",
            ExclusionCode.HoursWithoutRate => "Hours without a rate cost nothing until they have one.",
            ExclusionCode.UnpricedVisits => "Search terms without a price in their market and month are worth nothing until they have one.",
            ExclusionCode.BrandVisits => "Visits of search terms with the brand's name are not what the work brought.",
            ExclusionCode.PaidVisits => "Bought visits are paid for in advertising and saved nothing.",
            ExclusionCode.ConvertingVisits => "These visits ended in orders, which are counted as sales.",
            ExclusionCode.FactsWithoutValue => "These facts are worth nothing by their own content.",
            ExclusionCode.IdeasNotGood => "Only ideas graded GOOD are worth anything.",
            ExclusionCode.CountedElsewhere => "Others claim the same units with stronger evidence, and each unit counts once.",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, null),
        };
}
