using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Surveys;

/// <summary>A survey answer as somebody states it: one person's, or those of all who gave the same score on a day. No name and no address.</summary>
internal sealed record SurveyAnswerStatement : ObservationStatement
{
    /// <summary>The survey's name; scores of one survey are compared with each other.</summary>
    [Key]
    [InFile("The survey's name.")]
    public required string Survey { get; init; }

    /// <summary>How likely they are to recommend the client, from 0 to 10.</summary>
    [InFile("How likely they are to recommend the client, from 0 to 10.")]
    public required int Score { get; init; }

    /// <summary>How many people gave this score; a whole number of at least 1.</summary>
    [InFile("How many people gave this score; 1 is the default.", Number = FileNumber.Quantity)]
    public decimal AnswerCount { get; init; } = 1m;

    /// <summary>The client's channel that they were asked on.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; init; }

    protected override void CheckContent(InputChecks checks)
    {
        checks.Text(Survey, "survey");
        checks.Require(Score is >= 0 and <= 10, "score", "A score lies between 0 and 10.");
        checks.WholeQuantity(AnswerCount, "answerCount");
        checks.Require(
            AnswerCount is < 0m or >= 1m || checks.IsFaulty("answerCount"),
            "answerCount",
            "A score was given by one person at least."
        );
    }
}
