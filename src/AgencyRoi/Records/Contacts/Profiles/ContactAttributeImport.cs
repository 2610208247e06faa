using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Contacts.Profiles;

internal sealed class ContactAttributeImport() : RecordingImport<ContactAttributeStatement, ContactAttribute>(ContactAttribute.Recording)
{
    public override string Name => "contact-attributes";

    protected override ContactAttributeStatement Complete(
        ContactAttributeStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) => stated with { ClientId = clientId };
}
