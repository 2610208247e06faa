using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.TimeEntries;

internal static class TimeChecks
{
    /// <summary>What holds for hours however they are written.</summary>
    public static void Apply(FactChecks checks, TimeStatement time)
    {
        checks.Add(
            time.Hours switch
            {
                < 0 => new NegativeHoursError(),
                > TimeIntake.HoursOfADay => new TooManyHoursError(),
                _ => null,
            }
        );
        checks.Places(time.Hours, "hours", places: 4);
        checks.Happened(time.OccurredOn, "occurredOn");
        checks.Text(time.Note, "note", longest: 2000);
        checks.OwnKey(time.ExternalReference);
    }
}
