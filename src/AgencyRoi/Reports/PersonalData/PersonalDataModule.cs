using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Reports.PersonalData;

internal sealed class PersonalDataModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(PersonalDataOfContact), typeof(EraseContact)];

    public void Map(ModelBuilder model) => ContactErasure.Map(model);
}
