using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Terms.People;

internal sealed class PeopleModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(PersonQueries), typeof(PersonFields), typeof(HourlyRateFields), typeof(CreatePerson), typeof(UpdatePerson)];

    public void Map(ModelBuilder model)
    {
        Person.Map(model);
        HourlyRate.Map(model);
    }
}
