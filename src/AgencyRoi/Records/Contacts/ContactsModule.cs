using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts;

internal sealed class ContactsModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(ContactFields),
        typeof(ContactsOfClient),
        typeof(ContactByKey),
        typeof(ContactKeyFields),
        typeof(ContactStageFields),
        typeof(ContactStageMutations),
        typeof(ContactLegalBasisFields),
        typeof(ContactLegalBasisMutations),
        typeof(EndContactLegalBasis),
        typeof(ProcessingNoticeFields),
        typeof(ProcessingNoticesOfClient),
        typeof(SetProcessingNotice),
        typeof(MergesOfContact),
        typeof(ContactMergeFields),
        typeof(MergeContacts),
        typeof(SplitContact),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [new ContactStageImport(), new ContactLegalBasisImport()];

    public void Map(ModelBuilder model)
    {
        Contact.Map(model);
        ContactKey.Map(model);
        ContactStage.Map(model);
        ContactLegalBasis.Map(model);
        ContactMerge.Map(model);
        ProcessingNotice.Map(model);
    }
}
