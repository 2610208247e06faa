namespace AgencyRoi.Records.IndirectValue;

/// <summary>All kinds of facts of the indirect streams.</summary>
internal static class StreamKinds
{
    public static IReadOnlyList<StreamKind> All { get; } =
    [
        new Appearances(),
        new Retentions(),
        new Referrals(),
        new ReputationChanges(),
        new CareCases(),
        new Backlinks(),
        new AssistedOrders(),
        new Deflections(),
        new Learnings(),
        new Insights(),
        new AdEfficiencies(),
    ];

    private static readonly Dictionary<StreamFactKind, StreamKind> ByKind = All.ToDictionary(kind => kind.Kind);

    public static StreamKind Of(StreamFactKind kind) => ByKind[kind];
}
