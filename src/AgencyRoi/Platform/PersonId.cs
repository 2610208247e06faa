namespace AgencyRoi.Platform;

internal readonly record struct PersonId(Guid Value) : IGuidKey<PersonId>
{
    public static PersonId Of(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
