using AgencyRoi.Platform;
using AgencyRoi.Platform.Database;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;
using AgencyRoi.Reports.Periods;
using AgencyRoi.Returns.Figures;

namespace AgencyRoi.Reports.TwoSidedValue;

/// <summary>The consumers' side of a client's value beside the company's, as the client's people see both.</summary>
/// <param name="Period">The days, in the client's time zone.</param>
/// <param name="CurrencyCode">ISO 4217: the currency of all amounts here.</param>
/// <param name="Consumers">The consumers' side, as it is known now.</param>
/// <param name="Company">The company's side, as it was reported.</param>
/// <param name="Split">Both sides together.</param>
/// <param name="ByKind">The consumers' side by kind, in the order of the kinds.</param>
[Portal]
internal sealed record ReportedTwoSidedValue(
    Period Period,
    string CurrencyCode,
    ConsumerFigures Consumers,
    ReportedRoi Company,
    ValueSplit Split,
    [property: ListSize(AssumedSize = 6)] IReadOnlyList<ConsumerFiguresOfKind> ByKind
);

[ExtendObjectType<Client>]
internal static partial class PublishedTwoSidedValue
{
    /// <summary>
    /// What consumers got from the client over whole months that the agency published, as it is known now, beside the client's return as it was reported. Null with the code
    /// NOT_PUBLISHED when the period has other days.
    /// </summary>
    /// <param name="period">The first day of a month to the first day of a later one.</param>
    /// <param name="total">The total of the client's value that the split is made with.</param>
    [PortalOnly]
    [GraphQLName("twoSidedValue")]
    [BatchResolver]
    public static Task<IReadOnlyList<ResolverResult<ReportedTwoSidedValue?>>> GetPublishedTwoSidedValueAsync(
        [Parent("Id Currency")] List<Client> clients,
        PeriodInput period,
        OperationDatabase database,
        RoiTotal total = RoiTotal.Adjusted,
        CancellationToken cancellationToken = default
    )
    {
        var days = period.ToRange();
        return database.RunAsync<IReadOnlyList<ResolverResult<ReportedTwoSidedValue?>>>(
            async (session, token) =>
            {
                var reported = await PublishedReturn.OfClientsAsync(session, clients, days, token);
                var rows = await ConsumerBenefitRow.LoadAsync(session, clients, days, token);
                return [.. clients.Select((client, i) => Shown(client, days, reported[i], [.. rows[client.Id]], total))];
            },
            cancellationToken
        );
    }

    private static ResolverResult<ReportedTwoSidedValue?> Shown(
        Client client,
        DateRange days,
        ReportedRoi? company,
        IReadOnlyList<ConsumerBenefitRow> rows,
        RoiTotal total
    )
    {
        if (company is null)
            return ResolverResult.Fail<ReportedTwoSidedValue?>(
                "The period does not consist of whole months that were published: publishedPeriods lists those that were.",
                EnumCode.Of(ErrorCode.NotPublished)
            );
        var sums = ClientTwoSidedValue.Sums(rows);
        var figure = company.Total(total);
        return new ReportedTwoSidedValue(
            new(days.From, days.To),
            client.Currency,
            ConsumerFigures.Of(sums, client.Currency),
            company,
            ValueSplit.Of(total, sums, shown: figure.Net, exact: figure.ExactNet),
            [
                .. ClientTwoSidedValue
                    .Parts(rows, row => row.Kind, client.Currency)
                    .Select(part => new ConsumerFiguresOfKind(part.Key, part.Figures)),
            ]
        );
    }
}
