using System.Text.Json;

namespace AgencyRoi.Tests.Records.Contacts;

/// <summary>What tests of contacts state and read over the API.</summary>
internal static class ContactWorld
{
    /// <summary>Records a stage; <paramref name="named"/> holds what names the contact.</summary>
    public static Task<JsonElement> StageAsync(
        this AgencyApp app,
        string client,
        string stage,
        string on,
        Dictionary<string, object?> named
    ) => app.DoAsync(app.Alpha.StaffToken, "contacts/RecordContactStage", Stage(client, stage, on, named));

    public static Dictionary<string, object?> Stage(string client, string stage, string on, Dictionary<string, object?> named) =>
        new(named)
        {
            ["clientId"] = client,
            ["stage"] = stage,
            ["occurredOn"] = on,
        };

    public static Task<JsonElement> BasisAsync(
        this AgencyApp app,
        string client,
        string contact,
        string purpose,
        string from,
        string legalBasis = "CONSENT"
    ) =>
        app.DoAsync(
            app.Alpha.StaffToken,
            "contacts/RecordContactLegalBasis",
            new
            {
                clientId = client,
                contactId = contact,
                purpose,
                legalBasis,
                effectiveFrom = from,
                source = "Newsletter form",
            }
        );

    public static string ContactOf(this JsonElement stage) => stage.GetProperty("contact").Text("id");

    /// <summary>A contact as it stands: stage, since when, keys, stages.</summary>
    public static async Task<string> CardAsync(this AgencyApp app, string contact)
    {
        var life = await app.LifeAsync(contact);
        var keys = life.GetProperty("keys").List("nodes").Select(key => $"{key.Text("kind")}{On(key)}");
        var stages = life.GetProperty("stages").List("nodes").Select(stage => stage.Text("stage"));
        return $"{life.GetProperty("stage")} {life.GetProperty("stageSince")} | {string.Join(' ', keys)} | {string.Join(' ', stages)}";

        static string On(JsonElement key) => key.GetProperty("networkCode").GetString() is { } network ? $":{network}" : "";
    }

    public static async Task<JsonElement> LifeAsync(this AgencyApp app, string contact, string on = "2025-12-31") =>
        (
            await app.SendAsync(
                app.Alpha.StaffToken,
                "contacts/ContactLife",
                new
                {
                    id = contact,
                    on,
                    first = 100,
                }
            )
        ).GetProperty("node");

    /// <summary>The contacts of a client's list, by ids.</summary>
    public static async Task<IReadOnlyList<string>> ContactsAsync(this AgencyApp app, string client, string arguments = "")
    {
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            $$"""{ client(id: "{{client}}") { contacts{{(arguments.Length == 0 ? "" : $"({arguments})")}} { nodes { id } } } }"""
        );
        return [.. answer.GetProperty("data").GetProperty("client").GetProperty("contacts").List("nodes").Select(node => node.Text("id"))];
    }
}
