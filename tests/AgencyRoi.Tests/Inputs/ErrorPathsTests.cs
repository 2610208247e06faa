using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.Binding.Relay;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Inputs;

/// <summary>
/// A form shows an error beside the field that its path names, so the path leads through the input that was sent: every mutation is sent with each value of its
/// input made wrong and each field left out. <c>ERROR_PATHS=all</c> tries every wrong value; the suite one of each place, in turns.
/// </summary>
[Collection(InputCollection.Name)]
public sealed class ErrorPathsTests(IsolationWorld world)
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("ERROR_PATHS") == "all";

    [Fact]
    public async Task Every_path_of_an_error_leads_through_the_input_that_was_sent_or_names_a_field_that_it_lacks()
    {
        var (astray, followed) = (new SortedSet<string>(StringComparer.Ordinal), 0);
        foreach (
            var mutation in InputOrder.ByVerb(
                IsolationWorld.Staff.MutationType!.Fields,
                field => char.ToUpperInvariant(field.Name[0]) + field.Name[1..]
            )
        )
        {
            var type = Documents.InputOf(IsolationWorld.Staff, mutation.Name);
            var document = Documents.Mutation(IsolationWorld.Staff, mutation.Name);
            var places = WrongInput.PlacesOf(type, await world.FirstClient.InputAsync(type)).ToList();
            for (var turn = 0; turn < places.Count; turn++)
                foreach (var change in InTurn([.. places[turn].Changes()], turn))
                {
                    var sent = places[turn].With(change, await world.FirstClient.InputAsync(type));
                    var answer = await world.Owner.ReadAsync(document, new JsonObject { ["input"] = sent.DeepClone() });
                    foreach (var path in PathsOf(answer))
                    {
                        followed++;
                        if (!WrongInput.Leads(path, type, sent))
                            astray.Add($"{mutation.Name}: {string.Join('.', path)} after {places[turn]} = {change}");
                    }
                }
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{followed} paths, {astray.Count} astray"); // There is one in a running test.
        Assert.True(followed > 200, $"{followed}");
        Assert.True(astray.Count == 0, string.Join('\n', astray));
    }

    /// <summary>The currency is then that of a value or a price, and what the caller gave is the day.</summary>
    [Fact]
    public async Task Without_a_rate_for_a_currency_that_the_caller_did_not_give_the_path_is_that_of_the_day()
    {
        var client = await world.App.ClientAsync(world.App.Alpha);
        var goal = await world.App.ActiveGoalAsync(world.App.Alpha, client, "JPY");
        var outcome = new
        {
            goalId = goal.Text("id"),
            occurredOn = "2025-03-10",
            quantity = 1m,
        };
        var lead = new
        {
            clientId = client,
            goalId = goal.Text("id"),
            type = "LEAD",
            occurredOn = "2025-03-10",
            quantity = 1m,
        };

        foreach (var (operation, input) in new (string, object)[] { ("goals/RecordOutcome", outcome), ("sales/RecordSale", lead) })
            Assert.Equal(["NO_EXCHANGE_RATE input.occurredOn"], await world.App.RefusalAsync(world.App.Alpha.StaffToken, operation, input));
    }

    private static WrongValue[] InTurn(WrongValue[] changes, int turn) =>
        IsWhole || changes.Length < 2 ? changes : [changes[turn % changes.Length]];

    private static IEnumerable<string[]> PathsOf(JsonElement answer)
    {
        if (!answer.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object)
            yield break;
        var payload = data.EnumerateObject().Single().Value;
        if (payload.ValueKind != JsonValueKind.Object || payload.GetProperty("errors") is not { ValueKind: JsonValueKind.Array } errors)
            yield break;
        foreach (var error in errors.EnumerateArray())
            if (error.GetProperty("path") is { ValueKind: JsonValueKind.Array } path)
                yield return [.. path.EnumerateArray().Select(step => step.GetString()!)]; // The schema says so.
    }
}

/// <summary>Something wrong in the place of a value; null: the field is left out.</summary>
internal sealed record WrongValue(JsonNode? Value, bool IsLeftOut = false)
{
    public override string ToString() =>
        IsLeftOut ? "nothing"
        : (Value?.ToJsonString() ?? "null") is { Length: > 40 } text ? text[..40]
        : Value?.ToJsonString() ?? "null";
}

/// <summary>A value in an input and the way to it.</summary>
internal sealed record WrongInput(string[] Way, NamedType Type, bool IsRequired, string? Given)
{
    public static IEnumerable<WrongInput> PlacesOf(InputObjectType type, JsonObject value, params string[] way)
    {
        foreach (var field in type.Fields.Where(field => value.ContainsKey(field.Name)))
        {
            string[] here = [.. way, field.Name];
            if (field.Type.Unwrapped is not InputObjectType inner)
                yield return new(here, field.Type.Unwrapped, field.IsRequired, (value[field.Name] as JsonValue)?.ToString());
            else if (value[field.Name] is JsonObject below)
                foreach (var place in PlacesOf(inner, below, here))
                    yield return place;
            else if (value[field.Name] is JsonArray { Count: > 0 } items && items[0] is JsonObject item)
                foreach (var place in PlacesOf(inner, item, [.. here, "0"]))
                    yield return place;
        }
    }

    public IEnumerable<WrongValue> Changes()
    {
        if (!IsRequired)
            yield return new(null, IsLeftOut: true);
        foreach (var value in Wrong())
            yield return new(value);
    }

    public JsonObject With(WrongValue change, JsonObject input)
    {
        JsonNode holder = input;
        foreach (var step in Way[..^1])
            holder = (holder is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : holder[step])!; // It was there before.
        if (change.IsLeftOut)
            holder.AsObject().Remove(Way[^1]);
        else
            holder[Way[^1]] = holder[Way[^1]] is JsonArray ? new JsonArray(change.Value?.DeepClone()) : change.Value?.DeepClone();
        return input;
    }

    /// <summary>Whether each step of the path is in the input, or the last one is a field that it could have had.</summary>
    public static bool Leads(string[] path, InputObjectType type, JsonObject sent)
    {
        if (path is not ["input", .. var steps])
            return false;
        GraphQLType at = type;
        JsonNode? value = sent;
        foreach (var step in steps)
        {
            switch (at.Nullable, value)
            {
                case (ListType list, JsonArray items):
                    if (!int.TryParse(step, out var index) || index < 0 || index >= items.Count)
                        return false;
                    (at, value) = (list.OfType, items[index]);
                    break;
                case (InputObjectType input, JsonObject fields):
                    if (input.Fields[step] is not { } field)
                        return false;
                    (at, value) = (field.Type, fields[step]);
                    break;
                default:
                    return false;
            }
        }
        return true;
    }

    public override string ToString() => string.Join('.', Way);

    private JsonNode?[] Wrong() =>
        Type switch
        {
            EnumType choices => [.. choices.Values.Select(value => (JsonNode)value.Name).Where(name => name!.ToString() != Given)],
            { Name: "ID" } => Given is null
                ? []
                : [GlobalId.Format(Encoding.UTF8.GetString(Convert.FromBase64String(Given)).Split(':')[0], Guid.CreateVersion7())],
            // Without a rate, also after rates of another were set.
            { Name: "String" } when Way[^1] == "currency" => ["BHD"],
            { Name: "String" } when Way[^1] is "baseCurrency" or "quoteCurrency" => ["JPY", "no such"],
            { Name: "String" } => ["", "no such", new string('x', 3000), "a\0b"],
            { Name: "Decimal" } => [JsonNode.Parse("-1"), JsonNode.Parse("1e27"), JsonNode.Parse("0.000000000001"), JsonNode.Parse("0")],
            { Name: "Int" or "Long" } => [JsonNode.Parse("-1"), JsonNode.Parse("2000000000"), JsonNode.Parse("0")],
            { Name: "LocalDate" } => ["1800-01-01", "2199-12-31", "2024-02-29"],
            { Name: "DateTime" } => ["1800-01-01T00:00:00Z", "2199-12-31T00:00:00Z"],
            _ => [],
        };
}
