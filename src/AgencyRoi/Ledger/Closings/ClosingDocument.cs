using System.Buffers;
using System.Globalization;
using System.Text.Json;
using AgencyRoi.Ledger.Entries;

namespace AgencyRoi.Ledger.Closings;

/// <summary>The head of a closing: all that it says besides the sums.</summary>
/// <param name="Format">That of its document, which it keeps: see <see cref="ClosingDocument.Format"/>.</param>
internal sealed record ClosingHeader(
    int Format,
    AgencyId AgencyId,
    ClientId ClientId,
    DateOnly Month,
    int Edition,
    long LedgerVersion,
    string ClientCurrency,
    string AgencyCurrency
);

/// <summary>Sums of one kind of entry and channel, campaign and goal in the closed month.</summary>
internal readonly record struct ClosedSum(Viewpoint Viewpoint, EntryKind Kind, Guid ChannelId, Guid CampaignId, Guid GoalId, EntrySums Sums)
{
    public EntrySum InClientCurrency => EntrySum.Of(Kind, Sums.Client);
}

/// <summary>
/// A month as it was reported, in canonical JSON: UTF-8, no white space, keys sorted, amounts as decimal strings with four places, codes
/// and ids and no labels. The same sums always give the same bytes. A document is read and made again in the format in which it was written.
/// </summary>
internal static class ClosingDocument
{
    /// <summary>
    /// Of the documents that are written now. 1: value stands on the lines DIRECT, ASSISTED and INDIRECT, replacement cost among it. 2: value that is
    /// posted since then at replacement cost stands on COST_AVOIDED. 3: the parts of its figures are shown rounded together. The members are the same.
    /// </summary>
    public const int Format = 3;

    /// <summary>The first format of whose figures the parts are rounded together when they are shown. The document itself holds four places either way.</summary>
    public const int FirstRoundedTogether = 3;

    public static byte[] Write(ClosingHeader header, IEnumerable<ClosedSum> sums)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("agencyCurrency", header.AgencyCurrency);
            json.WriteString("agencyId", header.AgencyId.Value);
            json.WriteString("clientCurrency", header.ClientCurrency);
            json.WriteString("clientId", header.ClientId.Value);
            json.WriteNumber("edition", header.Edition);
            json.WriteNumber("format", header.Format);
            json.WriteNumber("ledgerVersion", header.LedgerVersion);
            json.WriteString("month", header.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture));
            json.WriteStartArray("sums");
            foreach (var sum in InOrder(sums))
                Write(json, sum);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The sums of a document that <see cref="Write(ClosingHeader, IEnumerable{ClosedSum})"/> made.</summary>
    public static IReadOnlyList<ClosedSum> Read(ReadOnlyMemory<byte> document)
    {
        using var json = JsonDocument.Parse(document);
        if (json.RootElement.GetProperty("format").GetInt32() is var format and (< 1 or > Format))
            throw new NotSupportedException($"A closing in format {format} was written by a later version of this program.");
        return [.. json.RootElement.GetProperty("sums").EnumerateArray().Select(ReadSum)];
    }

    /// <summary>The format that a document says it has; null: it says none that can be read.</summary>
    public static int? FormatOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return
                json.RootElement is { ValueKind: JsonValueKind.Object } document
                && document.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.Number
                && format.TryGetInt32(out var number)
                ? number
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ClosedSum ReadSum(JsonElement sum) =>
        new(
            Code<Viewpoint>(sum, "viewpoint"),
            KindInOneStream.Of(
                Code<ReturnClass>(sum, "line"),
                sum.GetProperty("stream").GetString()!,
                Code<EvidenceGrade>(sum, "grade"),
                Code<ValuationBasis>(sum, "basis")
            ),
            ChannelId: Id(sum, "channelId"),
            CampaignId: Id(sum, "campaignId"),
            GoalId: Id(sum, "goalId"),
            new EntrySums(
                sum.GetProperty("entries").GetInt64(),
                Amount(sum, "quantity"),
                new(Amount(sum, "amount"), Amount(sum, "adjusted"), Amount(sum, "low"), Amount(sum, "high")),
                new(Amount(sum, "agencyAmount"), Amount(sum, "agencyAdjusted"), Amount(sum, "agencyLow"), Amount(sum, "agencyHigh"))
            )
        );

    private static T Code<T>(JsonElement sum, string name)
        where T : struct, Enum => EnumCode.Parse<T>(sum.GetProperty(name).GetString()!);

    private static Guid Id(JsonElement sum, string name) =>
        sum.GetProperty(name) is { ValueKind: JsonValueKind.String } id ? id.GetGuid() : NoDimension.Id;

    private static decimal Amount(JsonElement sum, string name) =>
        decimal.Parse(sum.GetProperty(name).GetString()!, NumberStyles.Number, CultureInfo.InvariantCulture);

    private static IEnumerable<ClosedSum> InOrder(IEnumerable<ClosedSum> sums) =>
        sums.OrderBy(sum => sum.Viewpoint)
            .ThenBy(sum => sum.Kind.Side)
            .ThenBy(sum => sum.Kind.ReturnClass)
            .ThenBy(sum => sum.Kind.Code, StringComparer.Ordinal)
            .ThenBy(sum => sum.Kind.Grade)
            .ThenBy(sum => sum.Kind.Basis)
            .ThenBy(sum => sum.ChannelId)
            .ThenBy(sum => sum.CampaignId)
            .ThenBy(sum => sum.GoalId);

    private static void Write(Utf8JsonWriter json, ClosedSum sum)
    {
        var (client, agency) = (sum.Sums.Client, sum.Sums.Agency);
        json.WriteStartObject();
        json.WriteString("adjusted", Text(client.Adjusted));
        json.WriteString("agencyAdjusted", Text(agency.Adjusted));
        json.WriteString("agencyAmount", Text(agency.Amount));
        json.WriteString("agencyHigh", Text(agency.High));
        json.WriteString("agencyLow", Text(agency.Low));
        json.WriteString("amount", Text(client.Amount));
        json.WriteString("basis", EnumCode.Of(KindInOneStream.BasisOf(sum.Kind)));
        WriteId(json, "campaignId", sum.CampaignId);
        WriteId(json, "channelId", sum.ChannelId);
        json.WriteNumber("entries", sum.Sums.Entries);
        WriteId(json, "goalId", sum.GoalId);
        json.WriteString("grade", EnumCode.Of(KindInOneStream.GradeOf(sum.Kind)));
        json.WriteString("high", Text(client.High));
        json.WriteString("line", EnumCode.Of(sum.Kind.ReturnClass));
        json.WriteString("low", Text(client.Low));
        json.WriteString("quantity", Text(sum.Sums.Quantity));
        json.WriteString("side", EnumCode.Of(sum.Kind.Side));
        json.WriteString("stream", sum.Kind.Code);
        json.WriteString("viewpoint", EnumCode.Of(sum.Viewpoint));
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, string name, Guid id)
    {
        if (id == NoDimension.Id)
            json.WriteNull(name);
        else
            json.WriteString(name, id);
    }

    private static string Text(decimal amount) => amount.ToString("0.0000", CultureInfo.InvariantCulture);
}
