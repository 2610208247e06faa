using AgencyRoi.Entry.Cli;
using AgencyRoi.GraphQL.TypeSystem;

namespace AgencyRoi.Tests.Entry.Api;

/// <summary>
/// One spelling of parts: a part of a whole is a share, and events that led to others a rate, both with 1 for the whole; what may be negative or more than the
/// whole, such as a return, is in percent.
/// </summary>
public sealed class ShareConventionsTests
{
    // A word of the trade for a share: the margin of a sale, the links that are still there after a month, how much a grade counts.
    private static readonly string[] TradeNames = ["factor", "margin", "monthlySurvival"];

    // Ratios of events.
    private static readonly string[] EventRates =
    [
        "acceptanceRate",
        "clickThroughRate",
        "closeRate",
        "conversionRate",
        "deflectionRate",
        "qualifiedRate",
        "recontactRate",
        "repeatRate",
        "responseRate",
        "saleRate",
    ];

    // What a currency or an hour costs, what later money is worth less, and the words of the rate limit.
    private static readonly string[] OtherRates = ["discountRate", "highestRate", "hourlyRate", "lowestRate"];

    // Indices that their trades read from 0 or -100 to 100.
    private static readonly string[] Indices = ["PromoterScore.score", "SentimentIndex.index"];

    private static readonly IReadOnlyList<Number> Numbers = [.. Schemas().SelectMany(NumbersOf)];

    [Fact]
    public void What_is_a_share_by_its_description_is_one_by_its_name()
    {
        var others = Numbers
            .Where(number => number.IsShare && !IsShareByName(number.Name) && !TradeNames.Contains(number.Name))
            .Where(number => !EventRates.Contains(number.Name))
            .Select(number => number.Place);

        Assert.Equal([], others);
    }

    [Fact]
    public void A_share_is_not_told_in_percent_and_a_percentage_is()
    {
        Assert.All(
            Numbers.Where(number => IsShareByName(number.Name)),
            number => Assert.DoesNotContain("percent", number.Description, StringComparison.OrdinalIgnoreCase)
        );
        Assert.Equal(
            Indices,
            Numbers
                .Where(number => number.Description.Contains("to 100", StringComparison.Ordinal))
                .Select(number => number.Place)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_rate_is_a_ratio_of_events_or_one_of_few_others()
    {
        var rates = Numbers.Select(number => number.Name).Where(name => name.EndsWith("Rate", StringComparison.Ordinal)).Distinct();

        Assert.Equal(EventRates.Concat(OtherRates).Order(StringComparer.Ordinal), rates.Order(StringComparer.Ordinal));
    }

    private static bool IsShareByName(string name) => name == "share" || name.EndsWith("Share", StringComparison.Ordinal);

    private static IEnumerable<Schema> Schemas() => SchemaCommand.Files(Modules.All).Select(file => file.Schema());

    private static IEnumerable<Number> NumbersOf(Schema schema) =>
        schema
            .Types.OfType<ComplexType>()
            .SelectMany(type => type.Fields.Select(field => (type.Name, Field: field.Name, field.Description, field.Type)))
            .Concat(
                schema
                    .Types.OfType<InputObjectType>()
                    .SelectMany(type => type.Fields.Select(field => (type.Name, Field: field.Name, field.Description, field.Type)))
            )
            .Where(field => field.Type.Unwrapped.Name is "Decimal" or "Estimate" or "EstimateInput" or "AdvertisingRate")
            .Select(field => new Number(field.Name, field.Field, field.Description ?? ""));

    private sealed record Number(string Type, string Name, string Description)
    {
        public string Place => $"{Type}.{Name}";

        public bool IsShare =>
            Description.StartsWith("The share of", StringComparison.Ordinal)
            || Description.StartsWith("Share of", StringComparison.Ordinal)
            || Description.StartsWith("A share", StringComparison.Ordinal)
            || Description.StartsWith("The share that", StringComparison.Ordinal)
            || Description.StartsWith("Its share", StringComparison.Ordinal);
    }
}
