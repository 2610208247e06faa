using AgencyRoi.Platform;
using AgencyRoi.Recording.Imports;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Surveys;

internal sealed class SurveysModule : ProductModule, IMapsEntities, IImports
{
    public override IReadOnlyList<Type> GraphQLTypes { get; } =
    [typeof(SurveyAnswerFields), typeof(SurveysOfClient), typeof(SurveyAnswerMutations)];

    public IReadOnlyList<ImportKind> Imports { get; } = [new SurveyAnswerImport()];

    public void Map(ModelBuilder model) => SurveyAnswer.Map(model);
}
