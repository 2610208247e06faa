using System.Text.Json;
using AgencyRoi.Platform.Database;
using static NpgsqlTypes.NpgsqlDbType;

namespace AgencyRoi.Ledger.Entries;

/// <summary>A row of <c>ledger_terms</c>: how many entries of a day, kind and place stand by the same terms.</summary>
/// <param name="UnitPrice">The value of a unit or the price of a click; null where the method has neither.</param>
/// <param name="Factor">The share that the evidence let into the adjusted total; null where the method does not say.</param>
/// <param name="Standing">The entries less those that reversals take back.</param>
internal readonly record struct TermsRow(
    ClientId ClientId,
    DateOnly Day,
    SourceKind SourceKind,
    Viewpoint Viewpoint,
    EntryKind Kind,
    Guid ChannelId,
    Guid CampaignId,
    Guid GoalId,
    string Method,
    int MethodVersion,
    string Currency,
    decimal ClientRate,
    decimal AgencyRate,
    decimal? UnitPrice,
    decimal? Factor,
    long Standing
)
{
    // As many as the ledger keeps: two rates that differ after them are the same rate of one row.
    private const int RatePlaces = 16;

    public static RowColumns<TermsRow> Columns { get; } =
        new([
            RowColumn<TermsRow>.Of("client_id", Uuid, row => row.ClientId.Value),
            RowColumn<TermsRow>.Of("day", Date, row => row.Day),
            RowColumn<TermsRow>.Of("source_kind", Text, row => EnumCode.Of(row.SourceKind)),
            RowColumn<TermsRow>.Of("viewpoint", Text, row => EnumCode.Of(row.Viewpoint)),
            RowColumn<TermsRow>.Of("kind", Text, row => EntryKindCode.Of(row.Kind)),
            RowColumn<TermsRow>.Of("channel_id", Uuid, row => row.ChannelId),
            RowColumn<TermsRow>.Of("campaign_id", Uuid, row => row.CampaignId),
            RowColumn<TermsRow>.Of("goal_id", Uuid, row => row.GoalId),
            RowColumn<TermsRow>.Of("method", Text, row => row.Method),
            RowColumn<TermsRow>.Of("method_version", Integer, row => row.MethodVersion),
            RowColumn<TermsRow>.Of("currency", Text, row => row.Currency),
            RowColumn<TermsRow>.Of("client_rate", Numeric, row => row.ClientRate),
            RowColumn<TermsRow>.Of("agency_rate", Numeric, row => row.AgencyRate),
            RowColumn<TermsRow>.Of("unit_price", Numeric, row => row.UnitPrice),
            RowColumn<TermsRow>.Of("factor", Numeric, row => row.Factor),
            RowColumn<TermsRow>.Of("standing", Bigint, row => row.Standing),
        ]);

    /// <summary>What entries add. Those that come to nothing beside their reversals have a row too, as they have in the other rollups.</summary>
    public static IReadOnlyList<TermsRow> Of(IEnumerable<LedgerEntry> entries) =>
        [
            .. entries
                .Select(Of)
                .GroupBy(row => row with { Standing = 0 })
                .Select(same => same.Key with { Standing = same.Sum(row => row.Standing) }),
        ];

    private static TermsRow Of(LedgerEntry entry)
    {
        using var inputs = JsonDocument.Parse(entry.Inputs);
        return new(
            entry.ClientId,
            entry.Day,
            entry.SourceKind,
            entry.Viewpoint,
            entry.Kind,
            ChannelId: entry.ChannelId,
            CampaignId: entry.CampaignId,
            GoalId: entry.GoalId,
            entry.Method,
            entry.MethodVersion,
            entry.OriginalCurrency,
            ClientRate: Kept(entry.ClientRate),
            AgencyRate: Kept(entry.AgencyRate),
            UnitPrice: Number(inputs, "unitValue") ?? Number(inputs, "pricePerClick"),
            Factor: Number(inputs, "factor"),
            Standing: entry.ReversesVersion is null ? 1 : -1
        );
    }

    private static decimal Kept(decimal rate) => decimal.Round(rate, RatePlaces, MidpointRounding.AwayFromZero);

    private static decimal? Number(JsonDocument inputs, string name) =>
        inputs.RootElement.TryGetProperty(name, out var text) && text.GetString() is { } number
            ? decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
