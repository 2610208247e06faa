using AgencyRoi.Streams;

namespace AgencyRoi.Imports;

/// <summary>All kinds of files that can be imported.</summary>
internal static class ImportKinds
{
    public static IReadOnlyList<ImportKind> All { get; } =
    [
        new CostImport(),
        new SaleImport(),
        new OutcomeImport(),
        new TimeEntryImport(),
        new SubscriptionImport(),
        new ExchangeRateImport(),
        new KeywordVisitsImport(),
        new KeywordPricesImport(),
        new AudienceAuditImport(),
        new MentionImport(),
        new RatingImport(),
        .. StreamKinds.All.Select(kind => new StreamFactImport(kind)),
    ];

    public static string Names => string.Join(", ", All.Select(kind => kind.Name));

    public static ImportKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
