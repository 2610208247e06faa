namespace AgencyRoi.Recording.Imports;

/// <summary>A module whose facts come in by files too.</summary>
internal interface IImports
{
    IReadOnlyList<ImportKind> Imports { get; }
}
