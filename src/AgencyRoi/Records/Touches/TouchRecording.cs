using AgencyRoi.Platform.Database;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;
using AgencyRoi.Records.Sales;
using AgencyRoi.Records.Stages;

namespace AgencyRoi.Records.Touches;

/// <summary>How touches come in: the ledger is given nothing of them, and the conversions that they lead to are credited anew.</summary>
internal sealed class TouchRecording() : ObservationRecording<Touch, TouchStatement>("touch")
{
    protected override Task<IReadOnlyList<TouchStatement>> PrepareAsync(
        DatabaseSession session,
        IReadOnlyList<TouchStatement> statements,
        CancellationToken cancellationToken
    ) => JourneyKeys.HashAsync(session, statements, begins: _ => true, cancellationToken);

    protected override void Order(Touch created, int place) => created.Place = place;

    protected override async Task AfterAsync(
        DatabaseSession session,
        IReadOnlyList<TouchStatement> changed,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await SaleCrediting.AfterAsync(
            session,
            [.. changed.Select(touch => new JourneyMoment(touch.ClientId, touch.JourneyKey, touch.TouchedAt))],
            now,
            cancellationToken
        );
        List<JourneyPerson> people = [.. changed.Select(touch => new JourneyPerson(touch.ClientId, touch.JourneyKey))];
        await JourneyChanges.NoteAsync(session, people, cancellationToken);
        await DerivedStages.AfterAsync(session, people, now, cancellationToken);
    }
}
