using AgencyRoi.Metrics.Attribution;
using AgencyRoi.Platform.Database;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Records.Journeys;
using Npgsql;

namespace AgencyRoi.Reports.Attribution;

/// <summary>The way through the journeys of a client's people, one after the other: the models' sums are kept of them and nothing else.</summary>
internal sealed class JourneyReader
{
    private static readonly string Events = EmbeddedSql.Read("Reports.Attribution.journey_events.sql");
    private static readonly string WithoutJourney = EmbeddedSql.Read("Reports.Attribution.sales_without_journeys.sql");

    private readonly JourneySpan span;
    private readonly JourneyTerms terms;
    private readonly AttributedParts parts;
    private readonly JourneyBook book;

    /// <param name="terms">Of the client.</param>
    public JourneyReader(JourneySpan span, JourneyTerms terms, AttributedParts parts, JourneyBook book) =>
        (this.span, this.terms, this.parts, this.book) = (span, terms, parts, book);

    public async Task ReadAsync(DatabaseSession session, JourneyProgress? progress, CancellationToken cancellationToken)
    {
        var paidBack = await PaidBackOfDays.LoadAsync(session, span.ClientId, span.Days, cancellationToken);
        var person = new ReportedJourneys(span, terms, parts, book);
        var earliest = paidBack.EarliestSale is { } sold && sold < span.Days.From ? sold : span.Days.From;
        var (since, until) = span.Around(earliest, terms.LongestOf(span.ClientId));
        await using (var command = session.Command(Events).With(session.TenantId, session.Visible(span.ClientId), since, until))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken))
            {
                progress?.Add();
                Take(person, paidBack, reader);
            }
        person.End();
        await ReadOthersAsync(session, cancellationToken);
    }

    private void Take(ReportedJourneys person, PaidBackOfDays paidBack, NpgsqlDataReader reader)
    {
        person.Begin(reader.GetGuid(0));
        var (at, id) = (reader.GetFieldValue<DateTimeOffset>(1), reader.GetGuid(3));
        ChannelId? channel = reader.IsDBNull(4) ? null : reader.GetId<ChannelId>(4);
        CampaignId? campaign = reader.IsDBNull(5) ? null : reader.GetId<CampaignId>(5);
        if (reader.GetBoolean(2))
        {
            var conversion = new ConversionRow
            {
                ClientId = span.ClientId,
                SaleId = id,
                ExternalReference = "", // nothing is looked up by it here
                JourneyKey = reader.GetGuid(0),
                At = at,
                Day = reader.GetFieldValue<DateOnly>(11),
                GoalId = reader.IsDBNull(10) ? null : reader.GetId<GoalId>(10),
            };
            person.Add(
                new CountedConversion
                {
                    Row = conversion,
                    ChannelId = channel,
                    CampaignId = campaign,
                    Quantity = reader.GetDecimal(12),
                    Amount = reader.IsDBNull(13) ? null : reader.GetDecimal(13),
                    ReportedChannelId = reader.IsDBNull(14) ? null : reader.GetId<ChannelId>(14),
                    PaidBack = paidBack.Of(id),
                }
            );
            return;
        }
        var touch = new TouchRow
        {
            Id = id,
            At = at,
            ChannelId = channel,
            CampaignId = campaign,
            CreatesLead = reader.GetBoolean(7),
            CreatesOpportunity = reader.GetBoolean(8),
            HasBasis = reader.GetBoolean(9),
        };
        var post = reader.IsDBNull(6) ? null : reader.GetString(6);
        person.Add(touch, parts.NumberOf(channel, campaign, post));
    }

    // A conversion that is in no journey belongs to the channel or campaign that it names.
    private async Task ReadOthersAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        await using var command = session
            .Command(WithoutJourney)
            .With(session.TenantId, session.Visible(span.ClientId), span.Days.From, span.Days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ChannelId? channel = reader.IsDBNull(0) ? null : reader.GetId<ChannelId>(0);
            CampaignId? campaign = reader.IsDBNull(1) ? null : reader.GetId<CampaignId>(1);
            var count = new PathCount { Conversions = reader.GetDecimal(3), Value = reader.GetDecimal(4) };
            book.Unvalued += reader.GetInt64(5);
            var journey = NamedJourney.Of(parts, channel, campaign, count);
            journey.ReportedPart = reader.IsDBNull(2) ? null : parts.NumberOfChannel(reader.GetId<ChannelId>(2));
            book.Add(journey);
        }
    }
}

/// <summary>The journey of a conversion without touches: one touch of the channel and campaign that it names; none where it names neither.</summary>
internal static class NamedJourney
{
    public static ReadJourney Of(AttributedParts parts, ChannelId? channel, CampaignId? campaign, PathCount count)
    {
        var journey = new ReadJourney { Count = count };
        if (channel is not null || campaign is not null)
            journey.Add(
                parts.NumberOf(channel, campaign, post: null),
                new JourneyTouch { Age = TimeSpan.Zero, HasCampaign = campaign is not null }
            );
        return journey;
    }
}
