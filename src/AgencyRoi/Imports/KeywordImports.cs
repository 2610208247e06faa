using AgencyRoi.Database;
using AgencyRoi.Errors;
using AgencyRoi.Intake;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Traffic;

namespace AgencyRoi.Imports;

internal sealed class KeywordVisitsImport : FactImport<KeywordVisitsDraft, Traffic.KeywordVisits>
{
    public override string Name => "keyword-visits";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("client", "The client's external reference or global id.", IsRequired: true),
        new("external_reference", "The row's key in your system; sent again, the row is a correction.", IsRequired: true),
        new("keyword", "The term; case and spaces make no difference.", IsRequired: true),
        new("country", "ISO 3166-1, two capital letters.", IsRequired: true),
        new("month", "Any day of the month, as 2025-12-01.", IsRequired: true),
        new("visits", "All visits.", IsRequired: true),
        new("converting_visits", "Those that ended in an order."),
        new("is_paid", "true for bought clicks; false is the default."),
        new("is_brand", "true when people looked for the name; false is the default."),
        new("target_page", "The client's page that they came to."),
        new("channel", "External reference or global id of the client's channel."),
        new("campaign", "External reference or global id of the client's campaign."),
    ];

    protected override KeywordVisitsDraft Draft(ImportRow row, Guid clientId, ClientReferences references) =>
        new(
            clientId,
            row.RequiredText("external_reference"),
            new KeywordMonth(row.RequiredText("keyword"), row.RequiredText("country"), row.RequiredDay("month")),
            row.RequiredNumber("visits"),
            row.Number("converting_visits") ?? 0m,
            row.Flag("is_paid") ?? false,
            row.Flag("is_brand") ?? false,
            row.Text("target_page"),
            references.Channel(row, clientId),
            references.Campaign(row, clientId)
        );

    protected override void Check(InputChecks checks, KeywordVisitsDraft draft) => draft.Check(checks);

    protected override Task<IReadOnlyList<FactResult<Traffic.KeywordVisits>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<KeywordVisitsDraft> drafts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => TrafficIntake.StoreAsync(session, drafts, now, cancellationToken);
}

/// <summary>A price is known by its term, market and month; it has no other key.</summary>
internal sealed class KeywordPricesImport : FactImport<KeywordPriceDraft, Traffic.KeywordPrice>
{
    public override string Name => "keyword-prices";

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        new("client", "The client's external reference or global id.", IsRequired: true),
        new("keyword", "The term; case and spaces make no difference.", IsRequired: true),
        new("country", "ISO 3166-1, two capital letters.", IsRequired: true),
        new("month", "Any day of the month, as 2025-12-01.", IsRequired: true),
        new("amount", "Of one click, as 1.25; zero is a price.", IsRequired: true),
        new("currency", "ISO 4217.", IsRequired: true),
        new("source", "Where it was taken from.", IsRequired: true),
    ];

    public override string? KeyOf(ImportRow row) =>
        row.Text("client") is { } client
        && row.Text("keyword") is { } keyword
        && row.Text("country") is { } country
        && row.Text("month") is { Length: >= 7 } month
            ? $"{client}\n{KeywordMonth.Fold(keyword)}\n{country}\n{month[..7]}"
            : null;

    protected override KeywordPriceDraft Draft(ImportRow row, Guid clientId, ClientReferences references) =>
        new(
            clientId,
            new KeywordMonth(row.RequiredText("keyword"), row.RequiredText("country"), row.RequiredDay("month")),
            row.RequiredNumber("amount"),
            row.RequiredText("currency"),
            row.RequiredText("source")
        );

    protected override void Check(InputChecks checks, KeywordPriceDraft draft) => draft.Check(checks);

    protected override Task<IReadOnlyList<FactResult<Traffic.KeywordPrice>>> StoreAsync(
        DatabaseSession session,
        IReadOnlyList<KeywordPriceDraft> drafts,
        DateTimeOffset now,
        CancellationToken cancellationToken
    ) => TrafficIntake.StoreAsync(session, drafts, now, cancellationToken);
}
