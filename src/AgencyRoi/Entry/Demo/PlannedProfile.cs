using AgencyRoi.Records.Contacts.Profiles;

namespace AgencyRoi.Entry.Demo;

/// <summary>An attribute of a client's profiles.</summary>
internal sealed record PlannedProfileAttribute(string Code, string Name, string Question, bool IsWanted, bool IsNeed = false)
{
    /// <summary>None: any text.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public CreateProfileAttributeInput In(LoadedParts parts) =>
        new(parts.ClientId, Code: Code, Name: Name, Question: Question, IsWanted: IsWanted, IsNeed: IsNeed, Values);
}

/// <summary>A value of an attribute of a contact.</summary>
internal sealed record PlannedContactAttribute(string Reference, string Crm, string Attribute, string Value, DateOnly On, string Source)
{
    public ContactAttributeStatement In(LoadedParts parts) =>
        new()
        {
            ClientId = parts.ClientId,
            ExternalReference = Reference,
            CrmId = Crm,
            AttributeCode = Attribute,
            Value = Value,
            OccurredOn = On,
            Source = Source,
        };
}
