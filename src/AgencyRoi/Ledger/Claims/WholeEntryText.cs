using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using AgencyRoi.Ledger.Entries;

namespace AgencyRoi.Ledger.Claims;

/// <summary>The text of <c>app.claims.whole_entry</c>, which has the members of an entry's kind beside the others, as in <see cref="KindInOneStream"/>.</summary>
internal static class WholeEntryText
{
    private const string Kind = nameof(LedgerEntry.Kind);
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter(), new PlainId() } };

    public static string Of(LedgerEntry entry)
    {
        var text = JsonSerializer.SerializeToNode(entry, Json)!.AsObject();
        text.Remove(Kind);
        foreach (var (name, member) in JsonSerializer.SerializeToNode(Members.Of(entry.Kind), Json)!.AsObject())
            text[name] = member?.DeepClone();
        return text.ToJsonString();
    }

    public static LedgerEntry Read(string text)
    {
        var json = JsonNode.Parse(text)!.AsObject();
        var members = json.Deserialize<Members>(Json)!;
        json[Kind] = new JsonObject();
        return json.Deserialize<LedgerEntry>(Json)! with
        {
            Kind = KindInOneStream.Of(members.Line, members.Stream, members.Grade, members.Basis),
        };
    }

    private sealed record Members(EntrySide Side, ReturnClass Line, string Stream, EvidenceGrade Grade, ValuationBasis Basis)
    {
        public static Members Of(EntryKind kind) =>
            new(kind.Side, kind.ReturnClass, kind.Code, KindInOneStream.GradeOf(kind), KindInOneStream.BasisOf(kind));
    }

    // Ids had no type when the first of these texts were written.
    private sealed class PlainId : JsonConverter<ClientId>
    {
        public override ClientId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, ClientId value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Value);
    }
}
