using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.Profiles;

internal sealed class ProfilesModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [
        typeof(ProfileAttributeFields),
        typeof(ProfileAttributesOfClient),
        typeof(CreateProfileAttribute),
        typeof(UpdateProfileAttribute),
        typeof(ContactAttributeFields),
        typeof(ProfileOfContact),
        typeof(ContactAttributeMutations),
        typeof(ContactProfilesOfClient),
        typeof(ContactOfferFields),
        typeof(OffersOfContact),
        typeof(ContactOfferMutations),
        typeof(OfferReportOfClient),
    ];

    public IReadOnlyList<ImportKind> Imports { get; } = [new ContactAttributeImport(), new ContactOfferImport()];

    public void Map(ModelBuilder model)
    {
        ProfileAttribute.Map(model);
        ContactAttribute.Map(model);
        ContactOffer.Map(model);
    }
}
