using System.Text.Encodings.Web;
using System.Text.Json;
using AgencyRoi.LocalPostgres;

namespace AgencyRoi.Benchmarks.Regression;

/// <summary>The costs that were accepted, as they lie beside this file in the sources.</summary>
internal static class CostFile
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Path =>
        System.IO.Path.Combine(Checkout.Root, "tests", "AgencyRoi.Benchmarks", "Regression", "accepted-costs.json");

    public static Dictionary<string, OperationCost> Read() =>
        File.Exists(Path) ? JsonSerializer.Deserialize<Dictionary<string, OperationCost>>(File.ReadAllText(Path), Form) ?? [] : [];

    public static void Write(IReadOnlyDictionary<string, OperationCost> costs) =>
        File.WriteAllText(Path, JsonSerializer.Serialize(costs, Form) + "\n");
}
