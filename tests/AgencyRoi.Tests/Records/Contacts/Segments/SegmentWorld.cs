namespace AgencyRoi.Tests.Records.Contacts.Segments;

/// <summary>What tests of segments make and read over the API.</summary>
internal static class SegmentWorld
{
    private static readonly string[] Names = ["ann", "ben", "cat", "dan"];

    public static async Task<string> SegmentAsync(
        this AgencyApp app,
        string client,
        string code,
        string breadth,
        string[]? stages = null,
        object[]? attributes = null,
        string? network = null
    ) =>
        (
            await app.DoAsync(
                app.Alpha.StaffToken,
                "segments/CreateAudienceSegment",
                new
                {
                    clientId = client,
                    code,
                    name = code,
                    breadth,
                    stages,
                    attributes,
                    networkCode = network,
                }
            )
        ).Text("id");

    public static Task<System.Text.Json.JsonElement> VariantAsync(this AgencyApp app, string segmentId, string channelId, string code) =>
        app.DoAsync(app.Alpha.StaffToken, "segments/CreateMessageVariant", NewVariant(segmentId, channelId, code));

    public static object NewVariant(string segmentId, string channelId, string code) =>
        new
        {
            segmentId,
            channelId,
            code,
            name = code,
        };

    /// <summary>Who is in it, by the keys that the tests give; the number is the same.</summary>
    public static async Task<string> MembersAsync(this AgencyApp app, string segment, string on = "2025-12-31")
    {
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            Question(segment, on, "client { id } contactCount(on: $on) contacts(on: $on) { totalCount nodes { id } }")
        );
        var node = answer.GetProperty("data").GetProperty("node");
        var ids = node.GetProperty("contacts").List("nodes").Select(contact => contact.Text("id")).ToHashSet();
        Assert.Equal(
            (ids.Count, ids.Count),
            (node.GetProperty("contactCount").GetInt32(), node.GetProperty("contacts").GetProperty("totalCount").GetInt32())
        );
        var found = new List<string>();
        foreach (var name in Names)
            if (ids.Contains(await app.ContactOfAsync(node.GetProperty("client").Text("id"), name)))
                found.Add(name);
        return string.Join(' ', found);
    }

    /// <summary>The contact that has a key in another system, the kept one where it was merged.</summary>
    public static async Task<string> ContactOfAsync(this AgencyApp app, string client, string crm)
    {
        var answer = await app.AskAsync(
            app.Alpha.StaffToken,
            $$"""{ client(id: "{{client}}") { contactByKey(kind: CRM_ID, value: "{{crm}}") { id } } }"""
        );
        return answer.GetProperty("data").GetProperty("client").GetProperty("contactByKey").Text("id");
    }

    public static string Question(string segment, string on, string fields) =>
        $$"""{ node(id: "{{segment}}") { ... on AudienceSegment { {{fields.Replace("$on", $"\"{on}\"", StringComparison.Ordinal)}} } } }""";
}
