using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Portfolio.Purposes;

/// <summary>The value stream is not one of those that goals of the purpose's discipline may use: BRAND and PR have an indirect return.</summary>
/// <param name="Discipline">The discipline of the purpose.</param>
/// <param name="Stream">The stream that its goals may not use.</param>
internal sealed record StreamNotOfDisciplineError(
    Discipline Discipline,
    ValueStream Stream,
    [property: GraphQLIgnore] string Field = "stream"
) : IUserError
{
    public string Message =>
        $"A goal of the discipline {EnumCode.Of(Discipline)} may not use {EnumCode.Of(Stream)}: its return is indirect. Choose another stream, or give the "
        + "purpose the discipline MARKETING.";
    public ErrorCode Code => ErrorCode.StreamNotOfDiscipline;
    public IReadOnlyList<string>? Path => ["input", Field];
}
