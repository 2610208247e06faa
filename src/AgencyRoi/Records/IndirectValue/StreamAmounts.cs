namespace AgencyRoi.Records.IndirectValue;

// Amounts that a fact states as numbers in its currency are shown as money. A field that tells a cost of people or a margin may be null: a role may be
// refused it one day.

[ObjectType<AdEfficiency>]
internal static partial class AmountsOfAdEfficiency
{
    public static Money GetSpendBefore([Parent] AdEfficiency fact) => new(fact.SpendBefore, fact.Currency);

    public static Money GetSpendAfter([Parent] AdEfficiency fact) => new(fact.SpendAfter, fact.Currency);
}

[ObjectType<Appearance>]
internal static partial class AmountsOfAppearance
{
    public static MoneyEstimate GetDealValue([Parent] Appearance fact) => MoneyEstimate.Of(fact.DealValue, fact.Currency);
}

[ObjectType<Backlink>]
internal static partial class AmountsOfBacklink
{
    public static Money GetPrice([Parent] Backlink fact) => new(fact.Price, fact.Currency);
}

[ObjectType<CareCase>]
internal static partial class AmountsOfCareCase
{
    public static Money? GetMargin([Parent] CareCase fact) => new Money(fact.Margin, fact.Currency);
}

[ObjectType<Deflection>]
internal static partial class AmountsOfDeflection
{
    public static MoneyEstimate GetCostPerContact([Parent] Deflection fact) => MoneyEstimate.Of(fact.CostPerContact, fact.Currency);

    public static Money GetContentCost([Parent] Deflection fact) => new(fact.ContentCost, fact.Currency);
}

[ObjectType<IndirectSale>]
internal static partial class AmountsOfIndirectSale
{
    public static Money GetOrderAmount([Parent] IndirectSale fact) => new(fact.OrderAmount, fact.Currency);
}

[ObjectType<Insight>]
internal static partial class AmountsOfInsight
{
    public static Money GetResearchCost([Parent] Insight fact) => new(fact.ResearchCost, fact.Currency);

    public static Money GetMoneyPerUnit([Parent] Insight fact) => new(fact.MoneyPerUnit, fact.Currency);
}

[ObjectType<Learning>]
internal static partial class AmountsOfLearning
{
    public static Money? GetHourlyCost([Parent] Learning fact) => new Money(fact.HourlyCost, fact.Currency);

    public static Money? GetCourseFee([Parent] Learning fact) => fact.CourseFee is { } amount ? new Money(amount, fact.Currency) : null;
}

[ObjectType<Referral>]
internal static partial class AmountsOfReferral
{
    public static Money? GetLifetimeValue([Parent] Referral fact) => new Money(fact.LifetimeValue, fact.Currency);

    public static Money GetAcquisitionCostSaved([Parent] Referral fact) => new(fact.AcquisitionCostSaved, fact.Currency);

    public static Money GetReward([Parent] Referral fact) => new(fact.Reward, fact.Currency);
}

[ObjectType<ReputationChange>]
internal static partial class AmountsOfReputationChange
{
    public static Money GetRevenue([Parent] ReputationChange fact) => new(fact.Revenue, fact.Currency);

    public static Money GetRevenueAttributed([Parent] ReputationChange fact) => new(fact.RevenueAttributed, fact.Currency);
}

[ObjectType<Retention>]
internal static partial class AmountsOfRetention
{
    public static Money? GetMargin([Parent] Retention fact) => new Money(fact.Margin, fact.Currency);

    public static Money? GetCountedAlready([Parent] Retention fact) => new Money(fact.CountedAlready, fact.Currency);
}
