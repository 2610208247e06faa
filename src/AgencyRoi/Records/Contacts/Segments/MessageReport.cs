using AgencyRoi.Metrics.Statistics;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Database.Mapping;
using AgencyRoi.Portfolio.Clients;
using Estimate = AgencyRoi.Records.IndirectValue.Estimate;

namespace AgencyRoi.Records.Contacts.Segments;

/// <summary>Why the rates of messages are not defined.</summary>
internal enum MessageRatesUndefinedReason
{
    /// <summary>No message was delivered.</summary>
    NothingDelivered,
}

/// <summary>Rates of messages: ratios of sums.</summary>
/// <param name="Delivered">The messages that were delivered.</param>
/// <param name="Responded">Those of them that were responded to.</param>
/// <param name="Conversions">Those of them whose receiver did what the message asks for.</param>
/// <param name="ResponseRate">Responded ÷ delivered, six places, with Wilson's interval at 95 %. Null: undefined.</param>
/// <param name="ConversionRate">Conversions ÷ delivered, six places, with Wilson's interval at 95 %. Null: undefined.</param>
/// <param name="UndefinedReason">Why there are no rates. Null: there are.</param>
internal sealed record MessageRates(
    decimal Delivered,
    decimal Responded,
    decimal Conversions,
    Estimate? ResponseRate,
    Estimate? ConversionRate,
    MessageRatesUndefinedReason? UndefinedReason
)
{
    public static MessageRates Of(IEnumerable<MessageSums> sums)
    {
        var (delivered, responded, conversions) = (0m, 0m, 0m);
        foreach (var each in sums)
            (delivered, responded, conversions) = (delivered + each.Delivered, responded + each.Responded, conversions + each.Conversions);
        return new(
            Delivered: delivered,
            Responded: responded,
            Conversions: conversions,
            RateOf(responded, delivered),
            RateOf(conversions, delivered),
            delivered == 0m ? MessageRatesUndefinedReason.NothingDelivered : null
        );
    }

    private static Estimate? RateOf(decimal part, decimal delivered) =>
        Wilson.Rate(part, delivered) is { } rate ? new(Shown(rate.Amount), Shown(rate.Low), Shown(rate.High)) : null;

    private static decimal Shown(decimal share) => decimal.Round(share, 6, MidpointRounding.AwayFromZero);
}

/// <summary>Rates of the messages of one variant.</summary>
/// <param name="VariantId">The variant, with its segment, channel and campaign.</param>
/// <param name="Rates">What came of them.</param>
internal sealed record RatesOfVariant([property: ID<MessageVariant>] Guid VariantId, MessageRates Rates);

/// <summary>Results of a client's messages in a period. Money is not among them: what a campaign cost and brought is in the return.</summary>
/// <param name="Total">Of all.</param>
/// <param name="Broad">Of those to segments that are meant for many people.</param>
/// <param name="Narrow">Of those to segments that are meant for few.</param>
/// <param name="ByVariant">The hundred variants with most messages, these first.</param>
internal sealed record MessageReport(MessageRates Total, MessageRates Broad, MessageRates Narrow, IReadOnlyList<RatesOfVariant> ByVariant)
{
    private const int MostRows = 100;

    public static MessageReport Of(IReadOnlyCollection<MessageSums> sums) =>
        new(
            Total: MessageRates.Of(sums),
            Broad: MessageRates.Of(sums.Where(each => each.Breadth == AudienceBreadth.Broad)),
            Narrow: MessageRates.Of(sums.Where(each => each.Breadth == AudienceBreadth.Narrow)),
            [
                .. sums.OrderByDescending(each => each.Delivered)
                    .ThenBy(each => each.Code, StringComparer.Ordinal)
                    .Take(MostRows)
                    .Select(each => new RatesOfVariant(each.VariantId, MessageRates.Of([each]))),
            ]
        );
}

/// <summary>The sums of one variant.</summary>
internal sealed record MessageSums(
    ClientId ClientId,
    Guid VariantId,
    string Code,
    AudienceBreadth Breadth,
    decimal Delivered,
    decimal Responded,
    decimal Conversions
)
{
    private static readonly string Sql = EmbeddedSql.Read("Records.Contacts.Segments.message_results.sql");

    public static async Task<ILookup<ClientId, MessageSums>> LoadAsync(
        DatabaseSession session,
        IEnumerable<ClientId> clients,
        DateRange days,
        CancellationToken cancellationToken
    )
    {
        await using var command = session.Command(Sql).With(session.TenantId, session.Visible(clients), days.From, days.To);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var sums = new List<MessageSums>();
        while (await reader.ReadAsync(cancellationToken))
            sums.Add(
                new(
                    reader.GetId<ClientId>(0),
                    reader.GetGuid(1),
                    reader.GetString(2),
                    EnumCode.Parse<AudienceBreadth>(reader.GetString(3)),
                    Delivered: reader.GetDecimal(4),
                    Responded: reader.GetDecimal(5),
                    Conversions: reader.GetDecimal(6)
                )
            );
        return sums.ToLookup(each => each.ClientId);
    }
}

[ObjectType<MessageResult>]
internal static partial class MessageResultFields
{
    [NodeResolver]
    public static Task<MessageResult?> GetMessageResultAsync(
        Guid id,
        RowById<MessageResult> results,
        CancellationToken cancellationToken
    ) => results.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<RatesOfVariant>]
internal static partial class VariantOfRates
{
    /// <summary>The variant, with its segment, channel and campaign. What the campaign cost and brought is in <c>roi.byCampaign</c> of the client.</summary>
    [BindMember(nameof(RatesOfVariant.VariantId))]
    public static Task<MessageVariant> GetVariantAsync(
        [Parent("VariantId")] RatesOfVariant rates,
        RowById<MessageVariant> variants,
        QueryContext<MessageVariant> query,
        CancellationToken cancellationToken
    ) => variants.LoadReferredAsync(rates.VariantId, query, cancellationToken);
}

[ExtendObjectType<Client>]
internal static partial class MessageReportOfClient
{
    /// <summary>What came of the client's messages: by variant, and to broad segments beside narrow ones.</summary>
    /// <param name="period">The days on which the messages were delivered.</param>
    [BatchResolver]
    public static async Task<IReadOnlyList<MessageReport>> GetMessageReportAsync(
        [Parent("Id")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        CancellationToken cancellationToken
    )
    {
        var days = period.ToRange();
        var sums = await database.RunAsync(
            (session, token) => MessageSums.LoadAsync(session, clients.Select(client => client.Id).Distinct(), days, token),
            cancellationToken
        );
        return [.. clients.Select(client => MessageReport.Of([.. sums[client.Id]]))];
    }
}
