using System.Text.Json;

namespace AgencyRoi.Tests.Reports.TwoSidedValue;

/// <summary>Benefits that tests state, and both sides as they are read over the API.</summary>
internal static class BenefitWorld
{
    public static object March { get; } = new { from = "2025-03-01", to = "2025-04-01" };

    public static Task<JsonElement> BenefitAsync(
        this AgencyApp app,
        string client,
        string kind,
        decimal people,
        decimal? amount,
        object? more = null
    ) => app.DoAsync(app.Alpha.StaffToken, "consumer-benefits/RecordConsumerBenefit", Of(client, kind, people, amount, more));

    public static Task<string[]> RefusedBenefitAsync(
        this AgencyApp app,
        string client,
        string kind,
        decimal people,
        decimal? amount,
        object? more = null
    ) => app.RefusalAsync(app.Alpha.StaffToken, "consumer-benefits/RecordConsumerBenefit", Of(client, kind, people, amount, more));

    public static async Task<JsonElement> TwoSidedAsync(this AgencyApp app, string client, string? total = null) => (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "consumer-benefits/TwoSidedValue",
                new
                {
                    client,
                    period = March,
                    total = total ?? "ADJUSTED",
                    first = 50,
                }
            )
        ).GetProperty("client").GetProperty("twoSidedValue");

    /// <summary>Benefits, people, worth, worth of a person, hours, cost, worth with cost, benefits without cost, return or its reason.</summary>
    public static string Card(this JsonElement figures) =>
        string.Join(
            ' ',
            new[]
            {
                Plain(figures.GetProperty("benefitCount")),
                Plain(figures.GetProperty("peopleCount")),
                Plain(figures.GetProperty("worth")),
                Plain(figures.GetProperty("worthPerPerson")),
                Plain(figures.GetProperty("hoursSaved")),
                Plain(figures.GetProperty("cost")),
                Plain(figures.GetProperty("worthWithCost")),
                Plain(figures.GetProperty("withoutCostCount")),
                figures.GetProperty("undefinedReason").GetString() ?? Plain(figures.GetProperty("roiPercent")),
            }
        );

    private static string Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => "-",
            JsonValueKind.Object => Plain(value.GetProperty("amount")),
            _ => FormattableString.Invariant($"{value.GetDecimal():0.######}"),
        };

    private static Dictionary<string, object?> Of(string clientId, string kind, decimal peopleCount, decimal? amount, object? more)
    {
        var input = new Dictionary<string, object?>
        {
            ["clientId"] = clientId,
            ["occurredOn"] = "2025-03-10",
            ["kind"] = kind,
            ["peopleCount"] = peopleCount,
            ["amount"] = amount,
            ["currency"] = "USD",
            ["basis"] = "FACE_VALUE",
        };
        foreach (var property in more?.GetType().GetProperties() ?? [])
            input[property.Name] = property.GetValue(more);
        return input;
    }
}
