using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>How facts are stated: when, and what their keys are expected to be.</summary>
/// <param name="ExpectsNew">A known key is refused unless its fact says the same: its sender does not correct.</param>
/// <param name="IsCorrection">The fact was found by its id and keeps the key that it has.</param>
internal readonly record struct RecordingOptions(DateTimeOffset Now, bool ExpectsNew = false, bool IsCorrection = false)
{
    public static implicit operator RecordingOptions(DateTimeOffset now) => new(now);

    /// <summary>For a fact whose key is known and which would say something else, or count again after it was taken back.</summary>
    /// <param name="path">The way to the key; null: that of a single input.</param>
    public AlreadyExistsError? ErrorFor(Fact? known, IReadOnlyList<string>? path = null) =>
        ExpectsNew && known is not null
            ? new AlreadyExistsError(
                "This external reference is known with other content, and a new one was expected: give the fact a key of its own, such as one with the "
                    + "name of its source before it, or correct the known one without expecting a new one.",
                path ?? ["input", "externalReference"]
            )
            : null;
}
