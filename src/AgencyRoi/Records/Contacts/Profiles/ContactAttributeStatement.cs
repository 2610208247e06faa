using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts.Profiles;

/// <summary>A value of a contact's attribute, as somebody states it.</summary>
internal sealed record ContactAttributeStatement : ContactStatement
{
    /// <summary>The code of an attribute of the client's profiles that is not archived.</summary>
    [InFile("The code of an attribute of the client's profiles.", Column = "attribute")]
    public required string AttributeCode { get; init; }

    /// <summary>The value, at most 200 characters; where the attribute has a list of allowed values, one of them, letter for letter.</summary>
    [InFile("The value, at most 200 characters; where the attribute has a list of allowed values, one of them.")]
    public required string Value { get; init; }

    /// <summary>The day on which it was so, in the client's time zone.</summary>
    [InFile("The day, as 2025-12-31.")]
    public required DateOnly OccurredOn { get; init; }

    /// <summary>The form, the conversation or the system that it was taken from. No name and no address of a person.</summary>
    [InFile("The form, the conversation or the system that it was taken from. No name and no address of a person.")]
    public required string Source { get; init; }

    public override DateOnly Day => OccurredOn;

    protected override string DayField => "occurredOn";

    protected override void CheckContent(InputChecks checks)
    {
        checks.Code(AttributeCode, "attributeCode");
        checks.Text(Value, "value", ProfileAttributeChecks.LongestValue);
        checks.Text(Source, "source");
        checks.Require(
            !Source.Contains('@', StringComparison.Ordinal),
            "source",
            "It names a form or a system and no person: leave the address out."
        );
    }
}
