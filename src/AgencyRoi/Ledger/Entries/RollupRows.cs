using AgencyRoi.Metrics.Valuation;
using AgencyRoi.Platform.Database;
using static NpgsqlTypes.NpgsqlDbType;

namespace AgencyRoi.Ledger.Entries;

/// <summary>The keys that both rollups share.</summary>
internal readonly record struct RollupKey(
    ClientId ClientId,
    DateOnly Start,
    int Edition,
    Viewpoint Viewpoint,
    EntryKind Kind,
    string Method,
    int MethodVersion
)
{
    public static RollupKey Of(LedgerEntry entry, DateOnly start) =>
        new(entry.ClientId, start, entry.Edition, entry.Viewpoint, entry.Kind, entry.Method, entry.MethodVersion);
}

/// <summary>The sums of some entries; reversals are entries too and count as such.</summary>
internal readonly record struct EntrySums(long Entries, decimal Quantity, LedgerAmounts Client, LedgerAmounts Agency)
{
    public static EntrySums Of(IEnumerable<LedgerEntry> entries) =>
        entries.Aggregate(default(EntrySums), (sums, entry) => sums + new EntrySums(1, entry.Quantity, entry.Client, entry.Agency));

    public static EntrySums operator +(EntrySums left, EntrySums right) =>
        new(left.Entries + right.Entries, left.Quantity + right.Quantity, left.Client + right.Client, left.Agency + right.Agency);

    /// <summary>What is left of sums when a part of their entries is taken out.</summary>
    public static EntrySums operator -(EntrySums whole, EntrySums part) =>
        new(whole.Entries - part.Entries, whole.Quantity - part.Quantity, whole.Client + -part.Client, whole.Agency + -part.Agency);
}

/// <summary>A row of <c>ledger_months</c> or, with channel, campaign and goal, of <c>ledger_days</c>.</summary>
internal readonly record struct RollupRow(RollupKey Key, Guid ChannelId, Guid CampaignId, Guid GoalId, EntrySums Sums)
{
    private static readonly RowColumn<RollupRow>[] SumColumns = EntrySumColumns.Of<RollupRow>(row => row.Sums);

    public static RowColumns<RollupRow> MonthColumns { get; } = new([.. KindColumns("month"), .. SumColumns]);

    public static RowColumns<RollupRow> DayColumns { get; } =
        new([
            .. KindColumns("day"),
            RowColumn<RollupRow>.Of("channel_id", Uuid, row => row.ChannelId),
            RowColumn<RollupRow>.Of("campaign_id", Uuid, row => row.CampaignId),
            RowColumn<RollupRow>.Of("goal_id", Uuid, row => row.GoalId),
            .. SumColumns,
        ]);

    public static IReadOnlyList<RollupRow> Months(IEnumerable<LedgerEntry> entries) =>
        [
            .. entries
                .GroupBy(entry => RollupKey.Of(entry, IntervalBuckets.StartOf(entry.Day, Metrics.TimeInterval.Month)))
                .Select(group => new RollupRow(group.Key, default, default, default, EntrySums.Of(group))),
        ];

    public static IReadOnlyList<RollupRow> Days(IEnumerable<LedgerEntry> entries) =>
        [
            .. entries
                .GroupBy(entry => (Key: RollupKey.Of(entry, entry.Day), entry.ChannelId, entry.CampaignId, entry.GoalId))
                .Select(group => new RollupRow(
                    group.Key.Key,
                    group.Key.ChannelId,
                    group.Key.CampaignId,
                    group.Key.GoalId,
                    EntrySums.Of(group)
                )),
        ];

    private static RowColumn<RollupRow>[] KindColumns(string start) =>
        [
            RowColumn<RollupRow>.Of("client_id", Uuid, row => row.Key.ClientId.Value),
            RowColumn<RollupRow>.Of(start, Date, row => row.Key.Start),
            RowColumn<RollupRow>.Of("edition", Integer, row => row.Key.Edition),
            RowColumn<RollupRow>.Of("viewpoint", Text, row => EnumCode.Of(row.Key.Viewpoint)),
            .. EntryKindColumns.Of<RollupRow>(row => row.Key.Kind),
            RowColumn<RollupRow>.Of("method", Text, row => row.Key.Method),
            RowColumn<RollupRow>.Of("method_version", Integer, row => row.Key.MethodVersion),
        ];
}
