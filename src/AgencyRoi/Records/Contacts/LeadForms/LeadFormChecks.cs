using System.Globalization;
using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Records.Contacts.LeadForms;

internal static class LeadFormChecks
{
    private const int MostFields = 50;
    private const int LongestCode = 50;

    private static readonly LeadFieldMeaning[] Keys =
    [
        LeadFieldMeaning.Email,
        LeadFieldMeaning.CrmId,
        LeadFieldMeaning.Handle,
        LeadFieldMeaning.Device,
    ];

    /// <summary>The rules for a form, however it is written; null means that the value is not given.</summary>
    public static void Apply(InputChecks checks, string? code, string? name, IReadOnlyList<LeadFormField>? fields)
    {
        checks.Text(code, "code", LongestCode);
        checks.Key(code, "code");
        checks.Text(name, "name");
        checks.Require(
            name is null || !name.Contains('@', StringComparison.Ordinal),
            "name",
            "It names a form and no person: leave the address out."
        );
        if (fields is null)
            return;
        checks.Require(fields.Count <= MostFields, "fields", $"A form has at most {MostFields} fields that mean something.");
        checks.Require(
            fields.Any(field => Keys.Contains(field.Meaning)),
            "fields",
            "One field at least tells who it is: EMAIL, CRM_ID, HANDLE or DEVICE."
        );
        foreach (var (place, field) in fields.Index())
            Apply(checks.Within("fields").Within(place.ToString(CultureInfo.InvariantCulture)), field, fields.Take(place).ToList());
    }

    private static void Apply(InputChecks checks, LeadFormField field, IReadOnlyList<LeadFormField> before)
    {
        checks.Text(field.Name, "name");
        checks.Require(before.All(other => other.Name != field.Name), "name", "The form has a field of this name in the list already.");
        checks.Require(
            field.Meaning is LeadFieldMeaning.Consent or LeadFieldMeaning.NotKept || before.All(other => other.Meaning != field.Meaning),
            "meaning",
            "Another field of the form has this meaning: only CONSENT and NOT_KEPT are said by several."
        );
        checks.Require(
            (field.Meaning == LeadFieldMeaning.Handle) == (field.NetworkCode is not null),
            "networkCode",
            "A handle is of a network, and no other field is."
        );
        checks.Text(field.NetworkCode, "networkCode", LongestCode);
        checks.Require(
            (field.Meaning == LeadFieldMeaning.Consent) == (field.Purpose is not null),
            "purpose",
            "A consent is to a purpose, and no other field is."
        );
        checks.Require(
            field.Purpose is null || before.All(other => other.Purpose != field.Purpose),
            "purpose",
            "Another field of the form is the consent to this purpose."
        );
    }
}
