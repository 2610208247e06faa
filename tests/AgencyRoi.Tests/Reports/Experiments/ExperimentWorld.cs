using System.Globalization;
using System.Text.Json;

namespace AgencyRoi.Tests.Reports.Experiments;

/// <summary>An experiment of a client of its own, as tests plan, run and read it over the API.</summary>
internal sealed class ExperimentWorld(AgencyApp app, string client)
{
    public string Client => client;

    public string Id { get; private set; } = "";

    public static async Task<ExperimentWorld> PlannedAsync(AgencyApp app, object? plan = null)
    {
        var world = new ExperimentWorld(app, await app.ClientAsync(app.Alpha));
        world.Id = (await world.PlanAsync(plan)).Text("id");
        return world;
    }

    public static async Task<ExperimentWorld> RunningAsync(AgencyApp app, object? plan = null, string from = "2025-01-01")
    {
        var world = await PlannedAsync(app, plan);
        await world.StartAsync(from);
        return world;
    }

    public Task<JsonElement> PlanAsync(object? plan = null) =>
        app.DoAsync(app.Alpha.StaffToken, "experiments/CreateExperiment", Filled(client, plan));

    /// <summary>A plan that is right, with these fields of it in place of its own.</summary>
    public static Dictionary<string, object?> Filled(string client, object? plan)
    {
        var filled = new Dictionary<string, object?>
        {
            ["clientId"] = client,
            ["code"] = "REMINDER",
            ["name"] = "Reminder",
            ["question"] = "Does a reminder make buyers of visitors?",
            ["design"] = "RANDOMISED_HOLDOUT",
            ["unit"] = "CONTACT",
            ["metric"] = "SHARE",
            ["metricName"] = "bought within 28 days",
            ["expectedBaseline"] = 0.6m,
            ["minimumEffect"] = 0.2m,
        };
        foreach (var property in plan?.GetType().GetProperties() ?? [])
            filled[property.Name] = property.GetValue(plan);
        return filled;
    }

    public Task<JsonElement> StartAsync(string on) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "experiments/StartExperiment",
            new
            {
                id = Id,
                version = 1,
                from = on,
            }
        );

    public Task<JsonElement> EndAsync(string on) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "experiments/EndExperiment",
            new
            {
                id = Id,
                version = 2,
                to = on,
            }
        );

    /// <summary>So many of the units did it.</summary>
    public Task<JsonElement> ShareAsync(string group, int successes, int units, string on = "2025-01-10") =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "experiments/RecordExperimentResult",
            new
            {
                clientId = client,
                experimentCode = "REMINDER",
                groupName = group,
                occurredOn = on,
                units,
                successes,
            }
        );

    public Task<JsonElement> MeanAsync(string group, (int Units, decimal Mean, decimal Deviation) part, string on = "2025-01-10") =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "experiments/RecordExperimentResult",
            new
            {
                clientId = client,
                experimentCode = "REMINDER",
                groupName = group,
                occurredOn = on,
                units = part.Units,
                mean = part.Mean,
                deviation = part.Deviation,
            }
        );

    public async Task<JsonElement> FindingsAsync() =>
        (await app.SendAsync(app.Alpha.StaffToken, "experiments/Experiments", new { client, first = 1 }))
            .GetProperty("client")
            .GetProperty("experiments")
            .List("nodes")[0]
            .GetProperty("findings");

    /// <summary>Verdict, or why there is none; the evidence it is; what it has to be read with.</summary>
    public async Task<string> VerdictAsync()
    {
        var findings = await FindingsAsync();
        return string.Join(
            ' ',
            new[] { "verdict", "undecidedReason", "grade" }
                .Select(field => findings.GetProperty(field).ToString())
                .Concat(findings.List("warnings").Select(warning => warning.ToString()))
                .Where(text => text.Length > 0)
        );
    }

    /// <summary>Expected, low and high, or nothing.</summary>
    public static string Bounds(JsonElement estimate)
    {
        if (estimate.ValueKind != JsonValueKind.Object)
            return "";
        return string.Join(' ', new[] { "expected", "low", "high" }.Select(field => Number(estimate.GetProperty(field))));

        static string Number(JsonElement number) =>
            (number.ValueKind == JsonValueKind.Object ? number.GetProperty("amount") : number)
                .GetDecimal()
                .ToString("0.######", CultureInfo.InvariantCulture);
    }
}

/// <summary>Experiments of clients that other tests have made.</summary>
internal static class Experiments
{
    public static async Task ExperimentAsync(this AgencyApp app, string client, string code)
    {
        var planned = await app.DoAsync(app.Alpha.StaffToken, "experiments/CreateExperiment", ExperimentWorld.Filled(client, new { code }));
        await app.DoAsync(
            app.Alpha.StaffToken,
            "experiments/StartExperiment",
            new
            {
                id = planned.Text("id"),
                version = 1,
                from = "2025-01-01",
            }
        );
    }
}
