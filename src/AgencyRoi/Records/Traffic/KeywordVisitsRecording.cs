using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Traffic;

/// <summary>How visits come in: they are posted by the month, together with the price of a click.</summary>
internal sealed class KeywordVisitsRecording : FactRecording<KeywordVisits, KeywordVisitsStatement>
{
    public static readonly KeywordVisitsRecording Instance = new();

    protected override string Thing => "keyword visits";

    public override Task<IReadOnlyList<FactResult<KeywordVisits>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<KeywordVisitsStatement> statements,
        RecordingOptions how,
        CancellationToken cancellationToken
    ) => TrafficIntake.StoreAsync(session, statements, how, cancellationToken);

    protected override async Task<FieldResult<KeywordVisits>> RetractAsync(
        DatabaseSession session,
        KeywordVisits fact,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => await TrafficIntake.RetractAsync(session, fact, now, cancellationToken) is { } refused ? refused.Refuse<KeywordVisits>() : fact;
}
