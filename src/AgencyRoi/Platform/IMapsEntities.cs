using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Platform;

/// <summary>A module with entities of its own.</summary>
internal interface IMapsEntities
{
    void Map(ModelBuilder model);
}
