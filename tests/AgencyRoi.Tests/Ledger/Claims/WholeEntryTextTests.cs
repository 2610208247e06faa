using System.Text.Json.Nodes;
using AgencyRoi.Ledger.Claims;
using AgencyRoi.Metrics;

namespace AgencyRoi.Tests.Ledger.Claims;

/// <summary>The texts of whole entries that databases hold, whatever the types of their members became since.</summary>
public sealed class WholeEntryTextTests
{
    private const string Stored = """
        {"ClientId":"01890000-0000-7000-8000-00000000d301","Version":7,"LineNo":1,"Day":"2025-03-10","Edition":0,"Viewpoint":"Client","Side":"Value",
        "Line":"Indirect","Stream":"WORD_OF_MOUTH","Grade":"C","Basis":"Stated","ChannelId":"00000000-0000-0000-0000-000000000000",
        "CampaignId":"00000000-0000-0000-0000-000000000000","GoalId":"00000000-0000-0000-0000-000000000000","Unit":"order:1","Share":1,"Quantity":1,
        "SourceKind":"Outcome","SourceId":"01890000-0000-7000-8000-00000000d302","SourceRevision":1,"Method":"outcome-value","MethodVersion":1,"Inputs":"{}",
        "OriginalAmount":100,"OriginalCurrency":"EUR","ClientRate":1,"AgencyRate":1.25,"Client":{"Amount":100,"Adjusted":50,"Low":100,"High":100},
        "Agency":{"Amount":125,"Adjusted":62.5,"Low":125,"High":125},"ReversesVersion":null,"ReversesLine":null,
        "RecordedAt":"2025-03-11T00:00:00+00:00","RecordedBy":"","Cause":"NewFact"}
        """;

    [Fact]
    public void A_text_of_before_is_read_and_written_again_with_the_same_members()
    {
        var entry = WholeEntryText.Read(Stored);

        Assert.Equal(EntryKind.Value(ReturnClass.Indirect, ValueStream.WordOfMouth, EvidenceGrade.C, ValuationBasis.Stated), entry.Kind);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Stored), JsonNode.Parse(WholeEntryText.Of(entry))), WholeEntryText.Of(entry));
    }
}
