using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Platform.Tenancy;
using AgencyRoi.Portfolio.Channels;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Recording.Facts;
using Microsoft.EntityFrameworkCore;

namespace AgencyRoi.Records.Surveys;

/// <summary>
/// How likely people said they are to recommend the client. An observation: it makes the net promoter score, and is worth no money by itself.
/// </summary>
[TenantOwned]
[Node]
internal sealed class SurveyAnswer : Observation<SurveyAnswer, SurveyAnswerStatement>, IOfChannel
{
    internal static readonly ObservationRecording<SurveyAnswer, SurveyAnswerStatement> Recording = new("survey answer");

    /// <summary>The survey's name.</summary>
    public string Survey { get; private set; } = "";

    /// <summary>How likely they are to recommend the client, from 0 to 10.</summary>
    public int Score { get; private set; }

    /// <summary>How many people gave this score.</summary>
    public decimal AnswerCount { get; private set; }

    /// <summary>The client's channel that they were asked on; null: none.</summary>
    [ID<Channel>]
    public ChannelId? ChannelId { get; private set; }

    public static void Map(ModelBuilder model) =>
        model.Entity<SurveyAnswer>(row =>
        {
            row.ToTable("survey_answers", "app");
            row.HasTenantKey();
            row.Property(each => each.AnswerCount).HasPrecision(20, 4);
            row.RefersTo<SurveyAnswer, Client>(each => each.ClientId);
            row.RefersWithinClientTo<SurveyAnswer, Channel>(each => each.ChannelId);
        });
}
