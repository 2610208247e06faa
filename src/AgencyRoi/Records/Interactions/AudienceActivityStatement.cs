using AgencyRoi.Metrics;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Interactions;

/// <summary>
/// How many people acted and were reached on a channel in a month, as its network says and somebody states it: each person once in the month. What nobody measured is
/// left out; zero is a number.
/// </summary>
internal sealed record AudienceActivityStatement : ClientStatement
{
    /// <summary>The client's channel.</summary>
    [ID<Channel>]
    public required ChannelId ChannelId { get; init; }

    /// <summary>Any day of the month.</summary>
    [InFile("Any day of the month, as 2025-12-01.")]
    public required DateOnly Month
    {
        get;
        init => field = IntervalBuckets.StartOf(value, TimeInterval.Month);
    }

    /// <summary>People who did something, each once; a whole number.</summary>
    [InFile("People who did something, each once; a whole number.", Number = FileNumber.Quantity)]
    public decimal? ActivePeople { get; init; }

    /// <summary>Those of them who did something more than once; a whole number.</summary>
    [InFile("Those of them who did something more than once; a whole number.", Number = FileNumber.Quantity)]
    public decimal? RepeatedlyActivePeople { get; init; }

    /// <summary>People who saw something, each once; a whole number.</summary>
    [InFile("People who saw something, each once; a whole number.", Number = FileNumber.Quantity)]
    public decimal? ReachedPeople { get; init; }

    /// <summary>Those of them who saw it because others shared it or wrote about it; a whole number.</summary>
    [InFile("Those of them who saw it because others shared it or wrote about it; a whole number.", Number = FileNumber.Quantity)]
    public decimal? PeopleReachedByAmplification { get; init; }

    /// <summary>Those of them who did not follow the channel; a whole number.</summary>
    [InFile("Those of the people reached who did not follow the channel; a whole number.", Number = FileNumber.Quantity)]
    public decimal? ReachedNonFollowers { get; init; }

    public override DateOnly Day => Month;

    public override void Check(FactChecks checks)
    {
        checks.Happened(Month, "month");
        checks.WholeQuantity(ActivePeople, "activePeople");
        checks.WholeQuantity(RepeatedlyActivePeople, "repeatedlyActivePeople");
        checks.WholeQuantity(ReachedPeople, "reachedPeople");
        checks.WholeQuantity(PeopleReachedByAmplification, "peopleReachedByAmplification");
        checks.WholeQuantity(ReachedNonFollowers, "reachedNonFollowers");
        checks.Require(
            (ActivePeople ?? RepeatedlyActivePeople ?? ReachedPeople ?? PeopleReachedByAmplification ?? ReachedNonFollowers) is not null,
            "activePeople",
            "Nobody was counted: give the people who were active or reached."
        );
        checks.Compare(
            !(RepeatedlyActivePeople > ActivePeople),
            "repeatedlyActivePeople",
            "activePeople",
            "Not more people acted repeatedly than acted."
        );
        // One rule for both parts: too few people reached are one fault.
        checks.Require(
            !(ReachedPeople < PeopleReachedByAmplification || ReachedPeople < ReachedNonFollowers)
                || checks.IsFaulty("reachedPeople")
                || checks.IsFaulty("peopleReachedByAmplification")
                || checks.IsFaulty("reachedNonFollowers"),
            "reachedPeople",
            "Those who were reached by what others shared, and those who do not follow, are among the people reached: these are not fewer."
        );
        checks.OwnKey(ExternalReference);
    }
}
