using System.Globalization;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts.LeadForms;

/// <summary>A form as somebody filled it in, by what its fields mean. Values are looked at and not kept.</summary>
internal sealed class FilledForm
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "true", "yes", "on", "1", "checked" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "", "false", "no", "off", "0" };

    private readonly Dictionary<LeadFieldMeaning, (string Value, int Place, LeadFormField Field)> told = [];
    private readonly List<ProcessingPurpose> consents = [];
    private readonly List<string> unknown = [];

    private FilledForm() { }

    /// <summary>The purposes that they consent to.</summary>
    public IReadOnlyList<ProcessingPurpose> Consents => consents;

    /// <summary>The names of fields of which the form does not say what they mean.</summary>
    public IReadOnlyList<string> Unknown => unknown;

    /// <summary>The key of the submission; null: none was given.</summary>
    public string? Reference => Of(LeadFieldMeaning.Reference);

    /// <summary>Reads what was filled in; what cannot be read is in the checks.</summary>
    public static FilledForm Read(IReadOnlyList<LeadFormField> form, IReadOnlyList<FilledField> filled, InputChecks checks)
    {
        var read = new FilledForm();
        var byName = form.ToDictionary(field => field.Name);
        foreach (var (place, given) in filled.Index())
        {
            var own = checks.Within("fields").Within(place.ToString(CultureInfo.InvariantCulture));
            own.Require(filled.Take(place).All(other => other.Name != given.Name), "name", "The field is given twice.");
            if (byName.TryGetValue(given.Name, out var field))
                read.Take(field, given.Value, place, own);
            else
                read.unknown.Add(given.Name);
        }
        return read;
    }

    /// <summary>The statement with the keys that were filled in.</summary>
    public ContactStageStatement Name(ContactStageStatement stated) =>
        stated with
        {
            Email = Of(LeadFieldMeaning.Email),
            CrmId = Of(LeadFieldMeaning.CrmId),
            Handle = Of(LeadFieldMeaning.Handle),
            NetworkCode = told.TryGetValue(LeadFieldMeaning.Handle, out var handle) ? handle.Field.NetworkCode : null,
            Device = Of(LeadFieldMeaning.Device),
        };

    /// <summary>The same error at the field that was filled in, where it is about one.</summary>
    public IUserError At(IUserError error)
    {
        if (error.Path is not ["input", var field] || MeaningOf(field) is not { } meaning || !told.TryGetValue(meaning, out var given))
            return error.Path is ["input", "email"] ? Placed(error, ["input", "fields"]) : error;
        return Placed(error, ["input", "fields", given.Place.ToString(CultureInfo.InvariantCulture), "value"]);
    }

    private string? Of(LeadFieldMeaning meaning) => told.TryGetValue(meaning, out var given) ? given.Value : null;

    // An empty field tells nothing.
    private void Take(LeadFormField field, string value, int place, InputChecks checks)
    {
        var text = value.Trim();
        if (field.Meaning == LeadFieldMeaning.Consent)
        {
            checks.Require(
                Yes.Contains(text) || No.Contains(text),
                "value",
                "A consent is true, yes, on, 1 or checked; false, no, off, 0 or nothing says that there is none."
            );
            if (Yes.Contains(text))
                consents.Add(field.Purpose!.Value); // a consent has one
        }
        else if (field.Meaning != LeadFieldMeaning.NotKept && text.Length > 0)
            told[field.Meaning] = (text, place, field);
        checks.Require(
            field.Meaning != LeadFieldMeaning.Reference || !text.Contains('@', StringComparison.Ordinal),
            "value",
            "The key of a submission names no person: leave the address out."
        );
    }

    private static LeadFieldMeaning? MeaningOf(string field) =>
        field switch
        {
            "email" => LeadFieldMeaning.Email,
            "crmId" => LeadFieldMeaning.CrmId,
            "handle" or "networkCode" => LeadFieldMeaning.Handle,
            "device" => LeadFieldMeaning.Device,
            "externalReference" => LeadFieldMeaning.Reference,
            _ => null,
        };

    private static IUserError Placed(IUserError error, string[] path) =>
        error switch
        {
            BadInputError bad => bad with { Path = path },
            NotFoundError missing => missing with { Path = path },
            AlreadyExistsError taken => taken with { Path = path },
            _ => error,
        };
}
