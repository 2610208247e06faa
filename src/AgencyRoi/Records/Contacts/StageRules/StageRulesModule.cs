using AgencyRoi.Platform;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Contacts.StageRules;

internal sealed class StageRulesModule : ProductModule, IMapsEntities
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } = [typeof(ContactStageRulesOfClient), typeof(SetContactStageRuleList)];

    public void Map(ModelBuilder model) => ContactStageRule.Map(model);
}
