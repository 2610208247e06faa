namespace AgencyRoi.Platform;

internal readonly record struct GoalId(Guid Value) : IGuidKey<GoalId>
{
    public static GoalId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
