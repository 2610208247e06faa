using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>What facts are valued with, stated anew: rates, values of goals, evidence policies, attribution policies, prices of hours.</summary>
internal sealed partial class RandomFacts
{
    /// <summary>Terms that facts are valued with.</summary>
    public Operation Terms() =>
        random.Next(7) switch
        {
            0 or 1 => ExchangeRate(),
            2 => GoalValue(),
            3 => Policy(),
            4 => HourlyRate(),
            5 => AttributionPolicy(),
            _ => Price(),
        };

    private Operation ExchangeRate()
    {
        var (from, to, rate) = Pick([.. RandomAgency.Pairs()]);
        return new(
            "exchange rate",
            "exchange-rates/SetExchangeRate",
            new()
            {
                ["baseCurrency"] = from,
                ["quoteCurrency"] = to,
                ["day"] = Pick(RandomAgency.Months) + "-01",
                ["granularity"] = "MONTH",
                ["rate"] = decimal.Round(rate * random.Next(950, 1050) / 1000m, 6),
                ["source"] = "the test",
            }
        );
    }

    private Operation GoalValue() =>
        new(
            "goal value",
            "goals/SetGoalValue",
            new()
            {
                ["goalId"] = Pick(Client().Goals),
                ["effectiveFrom"] = Day(),
                ["amount"] = random.Next(1, 3000) / 100m,
                ["currency"] = Pick(RandomAgency.Currencies),
            }
        );

    private Operation Policy() =>
        new(
            "policy",
            "periods/SetEvidencePolicy",
            new()
            {
                ["effectiveFrom"] = Pick(RandomAgency.Months) + "-01",
                ["factors"] = JsonSerializer.SerializeToNode(GradeFactors.Of(1m, random.Next(70, 90) / 100m, 0.5m, 0.25m, 0m)),
            }
        );

    private Operation HourlyRate()
    {
        var day = DateOnly.Parse(Day(), CultureInfo.InvariantCulture);
        return new(
            "hourly rate",
            "people/CreateHourlyRate",
            new()
            {
                ["kind"] = "LABOUR",
                ["level"] = "PERSON",
                ["personId"] = Pick(agency.People),
                ["from"] = Text($"{day:yyyy-MM-dd}"),
                ["to"] = Text($"{day.AddDays(1):yyyy-MM-dd}"),
                ["amount"] = random.Next(2000, 9000) / 100m,
                ["currency"] = Pick(RandomAgency.Currencies),
            }
        );
    }
}
