namespace AgencyRoi.Recording.Imports;

/// <summary>The mode of an import.</summary>
/// <param name="IsDryRun">Everything is tried and nothing is kept.</param>
/// <param name="ExpectsNew">A known key with other content is refused instead of taken as a correction.</param>
internal readonly record struct ImportMode(bool IsDryRun = false, bool ExpectsNew = false);
