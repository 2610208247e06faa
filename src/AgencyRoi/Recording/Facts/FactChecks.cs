using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>The checks of a fact, which know when and how it is stated.</summary>
internal sealed class FactChecks : InputChecks
{
    private readonly RecordingOptions how;
    private readonly DateOnly today;
    private readonly List<FactDoubt> doubts;

    public FactChecks(RecordingOptions how) => (this.how, today, doubts) = (how, FactBounds.Today(how.Now), []);

    private FactChecks(FactChecks of, List<IUserError> errors, string[] path)
        : base(errors, path) => (how, today, doubts) = (of.how, of.today, of.doubts);

    public new FactChecks Within(string field) => new(this, Gathered, PathOf(field));

    /// <summary>The doubts about the fact: they do not make it impossible.</summary>
    public IReadOnlyList<FactDoubt> Doubts => doubts;

    /// <summary>A day on which something happened. Null: not given, and nothing to check.</summary>
    public void Happened(DateOnly? day, string field)
    {
        Require(day is null || Within(day.Value, daysAhead: 0), field, FactBounds.Happened);
        DoubtAge(day, field);
    }

    /// <summary>A moment in which something happened, on a day that it was somewhere.</summary>
    public void Happened(DateTimeOffset moment, string field)
    {
        // Within these no time zone leads out of the calendar.
        var isInCalendar = moment.UtcDateTime.Year is >= 1000 and <= 9000;
        Require(isInCalendar, field, FactBounds.Happened);
        if (isInCalendar)
            Happened(FactBounds.Today(moment), field);
    }

    /// <summary>A day that can be agreed beforehand.</summary>
    public void Agreed(DateOnly? day, string field)
    {
        Require(day is null || Within(day.Value, FactBounds.MostDaysAhead), field, FactBounds.Agreed);
        DoubtAge(day, field);
        if (day > today)
            Doubt(field, "The day lies in the future.");
    }

    public void Doubt(string field, string message) => doubts.Add(new FactDoubt(PathOf(field), message));

    /// <summary>The fact's own key. A correction cannot change it, so that one which was stored before this was asked does not stand in its way.</summary>
    public void OwnKey(string key)
    {
        if (!how.IsCorrection)
            Key(key, "externalReference");
    }

    private bool Within(DateOnly day, int daysAhead) => day >= FactBounds.Earliest && day.DayNumber - today.DayNumber <= daysAhead;

    private void DoubtAge(DateOnly? day, string field)
    {
        if (day >= FactBounds.Earliest && day < today.AddYears(-FactBounds.YearsUntilDoubt))
            Doubt(field, "The day lies more than ten years back.");
    }
}

/// <summary>Why a fact that was stored may be wrong all the same.</summary>
/// <param name="Path">The way to the field.</param>
internal sealed record FactDoubt(IReadOnlyList<string> Path, string Message);
