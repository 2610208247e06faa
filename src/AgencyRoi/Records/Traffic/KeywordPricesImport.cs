using System.Globalization;
using AgencyRoi.Metrics.Streams;
using AgencyRoi.Recording.Imports;
using AgencyRoi.Recording.Imports.Rows;

namespace AgencyRoi.Records.Traffic;

/// <summary>A price is known by its term, market and month; it has no other key.</summary>
internal sealed class KeywordPricesImport()
    : FactImport<KeywordPriceStatement, KeywordPrice>((checks, statement) => statement.Check(checks), TrafficIntake.StoreAsync)
{
    public override string Name => "keyword-prices";

    /// <summary>Its days are months.</summary>
    public override bool HasMoments => false;

    public override IReadOnlyList<ImportColumn> Columns { get; } =
    [
        ImportColumn.Client,
        new("keyword", "The term; case and spaces make no difference.", IsRequired: true),
        new("country", "ISO 3166-1, two capital letters.", IsRequired: true),
        new("month", "Any day of the month, as 2025-12-01.", IsRequired: true),
        new AmountColumn("amount", "Of one click, as 1.25; zero is a price.", IsRequired: true),
        new("currency", "ISO 4217.", IsRequired: true),
        new("source", "Where it was taken from.", IsRequired: true),
    ];

    public override IReadOnlyList<string> KeyColumns => ["keyword", "client", "country", "month"];

    public override string? KeyOf(ImportRow row) =>
        row.ClientName is { } client
        && row.Text("keyword") is { } keyword
        && row.Text("country") is { } country
        && row.DayOrNull("month") is { } month
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{client}\n{KeywordMonth.Fold(keyword)}\n{country.ToUpperInvariant()}\n{month:yyyy-MM}"
            )
            : null;

    protected override KeywordPriceStatement StatementOf(ImportRow row, ClientId clientId, ImportReferences references) =>
        new(
            clientId,
            new KeywordMonth(row.RequiredText("keyword"), row.RequiredText("country"), row.RequiredDay("month")),
            row.RequiredNumber("amount"),
            row.RequiredText("currency"),
            row.RequiredText("source")
        );
}
