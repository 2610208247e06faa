using System.Text.Json.Nodes;
using AgencyRoi.GraphQL.TypeSystem;
using AgencyRoi.Tests.Isolation;

namespace AgencyRoi.Tests.Inputs;

/// <summary>
/// Every scalar in every place where an input takes it, in the odd but legal forms of its format and just outside of it: what comes is an answer or a
/// refusal, and never a fault of ours. <c>INPUT_FORMS=all</c> tries every form in every place; the suite one in each, legal and illegal in turns.
/// </summary>
[Collection(InputCollection.Name)]
public sealed class ScalarFormsTests(IsolationWorld world)
{
    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("INPUT_FORMS") == "all";

    [Fact]
    public Task The_staffs_inputs_take_every_form_or_refuse_it() => TryAllAsync(IsolationWorld.Staff, world.Owner);

    [Fact]
    public Task The_portals_inputs_take_every_form_or_refuse_it() => TryAllAsync(IsolationWorld.Portal, world.PortalViewer);

    private async Task TryAllAsync(Schema schema, Caller caller)
    {
        var faults = new List<string>();
        var (asked, turn) = (0, 0);
        foreach (var place in InputOrder.Of(schema, world.FirstClient).Where(place => place.Type is ScalarType))
        foreach (var (form, mustRefuse) in InTurn(FormsOf(place.Type), turn++))
        {
            asked++;
            var (status, answer) = await world.AskAsync(caller, place, await place.Value(form));
            var isFault = (int)status >= 500 || InputCaller.Faults().IsMatch(answer);
            var isTaken = mustRefuse && !answer.Contains("\"BAD_INPUT\"", StringComparison.Ordinal);
            if (isFault || isTaken)
                faults.Add($"{place} = {Shown(form)}: {(int)status} {Shown(answer)}");
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{turn} places, {asked} requests, {faults.Count} faults"); // There is one in a running test.
        Assert.True(faults.Count == 0, $"{faults.Count} of {asked}:\n{string.Join('\n', faults.Take(60))}");
    }

    private static (JsonNode? Form, bool MustRefuse)[] FormsOf(NamedType type) =>
        [.. ScalarForms.Legal(type).Select(form => (form, false)), .. ScalarForms.Illegal(type).Select(form => (form, true))];

    private static (JsonNode? Form, bool MustRefuse)[] InTurn((JsonNode? Form, bool MustRefuse)[] forms, int turn) =>
        IsWhole ? forms : [forms[turn % forms.Length]];

    private static string Shown(JsonNode? form) => Shown(form?.ToJsonString() ?? "null");

    private static string Shown(string text) => text.Length <= 400 ? text : text[..400];
}
