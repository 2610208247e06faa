namespace AgencyRoi.Platform;

internal readonly record struct BudgetId(Guid Value) : IGuidKey<BudgetId>
{
    public static BudgetId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
