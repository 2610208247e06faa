using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Contacts;

internal sealed class ContactLegalBasisImport()
    : RecordingImport<ContactLegalBasisStatement, ContactLegalBasis>(ContactLegalBasis.Recording)
{
    public override string Name => "legal-bases";

    protected override ContactLegalBasisStatement Complete(
        ContactLegalBasisStatement stated,
        ImportRow row,
        ClientId clientId,
        ImportReferences references
    ) => stated with { ClientId = clientId };
}
