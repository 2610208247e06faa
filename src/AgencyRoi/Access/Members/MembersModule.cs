using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Access.Members;

internal sealed class MembersModule : ProductModule, IMapsEntities
{
    public void Map(ModelBuilder model)
    {
        Member.Map(model);
        Invitation.Map(model);
    }
}
