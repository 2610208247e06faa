using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Valuation;
using AgencyRoi.Terms.People;

namespace AgencyRoi.Records.TimeEntries;

/// <summary>How hours come in. Those without a rate are stored, and posted as soon as there is one.</summary>
internal sealed class TimeRecording : PostedRecording<TimeEntry, TimeStatement>
{
    public static readonly TimeRecording Instance = new();

    protected override string Thing => "time entry";

    protected override PostingBatch<TimeEntry, TimeStatement> NewBatch(DatabaseSession session, RecordingOptions how) =>
        new TimeBatch(session, how);

    protected override Task<Found<TimeEntry>> FindAsync(
        DatabaseSession session,
        FactVersion<TimeEntry> wanted,
        CancellationToken cancellationToken
    ) => OfWholeAgency.FindAsync<TimeEntry, Guid>(session, Thing, wanted.Id, wanted.Version, cancellationToken);

    private sealed class TimeBatch(DatabaseSession session, RecordingOptions how) : PostingBatch<TimeEntry, TimeStatement>(session, how)
    {
        private HourlyRates rates = null!; // read before any hours are valued
        private WorkedDays days = null!; // like them

        protected override string AmountField => "hours";

        protected override ClientId? ClientOf(TimeStatement statement) => statement.ClientId;

        protected override Task LockTermsAsync(CancellationToken cancellationToken) =>
            HourlyRates.LockForReadingAsync(Session, cancellationToken);

        protected override async Task ReadTermsAsync(
            IReadOnlyList<TimeStatement> statements,
            IReadOnlyCollection<TimeEntry> known,
            CancellationToken cancellationToken
        )
        {
            rates = await HourlyRates.LoadAsync(Session, cancellationToken);
            days = await WorkedDays.LoadAsync(Session, statements, known, cancellationToken);
        }

        protected override IUserError? ErrorFor(Stated<TimeEntry, TimeStatement> stated) =>
            days.RoleOf(stated.Statement.PersonId) is null ? NotFoundError.Of("person", "personId") : null;

        protected override IUserError? ValueOrError(Stated<TimeEntry, TimeStatement> stated, out FactValue<TimeEntry> value)
        {
            value = new([]);
            var statement = stated.Statement;
            // Hours of the same person keep the role that they were entered with.
            var role =
                stated.Known is { } known && known.PersonId == statement.PersonId
                    ? known.RoleClass
                    : days.RoleOf(statement.PersonId)!.Value; // else it was refused before
            if (PricedTime.PriceOrError(statement, role, rates, Context, out var priced) is { } error)
                return error;
            if (!days.TryWork(statement, stated.Known))
                return new TooManyHoursError();
            value = new(priced.Lines) { Note = entry => entry.Price(priced, Now) };
            return null;
        }

        protected override Task AfterPostingAsync(CancellationToken cancellationToken)
        {
            days.Remember();
            return Task.CompletedTask;
        }
    }
}
