using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.Records.IndirectValue;

/// <summary>One fact of a kind that a person can value with a calculator.</summary>
/// <param name="Mutation">Without its <c>Record</c>.</param>
/// <param name="Csv">The header's content columns and the same content in a file.</param>
/// <param name="Change">A field of the content, and what it is corrected to.</param>
internal sealed record StreamSample(
    string Mutation,
    string Import,
    string Stream,
    string Content,
    (string Header, string Row) Csv,
    decimal Value,
    decimal Adjusted,
    (string Field, string Json, string Csv) Change,
    decimal Corrected,
    string Method
)
{
    // 5 deals × 4,000 × 0.3 = 6,000, half of it sourced.
    public static StreamSample Appearance { get; } =
        new(
            "Appearance",
            "appearances",
            "THOUGHT_LEADERSHIP",
            """
            {"type":"TALK","title":"Baking for a crowd","attendees":200,"qualifiedRate":{"expected":0.1},"closeRate":{"expected":0.25},
             "dealValue":{"expected":4000},"sourcedShare":{"expected":0.5},"influencedShare":{"expected":0.25},"margin":0.3}
            """,
            (
                "type,title,attendees,qualified_rate,close_rate,deal_value,sourced_share,influenced_share,margin",
                "TALK,Baking for a crowd,200,0.1,0.25,4000,0.5,0.25,0.3"
            ),
            3000m,
            750m,
            ("attendees", "100", "TALK,Baking for a crowd,100,0.1,0.25,4000,0.5,0.25,0.3"),
            1500m,
            "appearance-pipeline"
        );

    // 1,000 × (0.92 - 0.87) × 50.
    public static StreamSample Retention { get; } =
        new(
            "Retention",
            "retentions",
            "RELATIONSHIPS",
            """{"engagedCustomers":1000,"engagedLost":80,"controlCustomers":2000,"controlLost":260,"margin":50}""",
            ("engaged_customers,engaged_lost,control_customers,control_lost,margin", "1000,80,2000,260,50"),
            2500m,
            1250m,
            ("margin", "40", "1000,80,2000,260,40"),
            2000m,
            "retention-uplift"
        );

    // 600 × 0.5 + 100 × 0.5 - 20.
    public static StreamSample Referral { get; } =
        new(
            "Referral",
            "referrals",
            "WORD_OF_MOUTH",
            """
            {"customer":"c-2","referrer":"c-1","lifetimeValue":600,"onlyBecauseShare":{"expected":0.5},"acquisitionCostSaved":100,"reward":20}
            """,
            ("customer,referrer,lifetime_value,only_because_share,acquisition_cost_saved,reward", "c-2,c-1,600,0.5,100,20"),
            330m,
            165m,
            ("reward", "0", "c-2,c-1,600,0.5,100,0"),
            350m,
            "referral-value"
        );

    // 100,000 × half a star × 7 %.
    public static StreamSample ReputationChange { get; } =
        new(
            "ReputationChange",
            "reputation-changes",
            "REPUTATION",
            """
            {"place":"The corner shop","revenue":100000,"starsBefore":4,"starsAfter":4.5,"isLocalBusiness":true,"isChain":false}
            """,
            ("place,revenue,stars_before,stars_after,is_local_business,is_chain", "The corner shop,100000,4,4.5,true,false"),
            3500m,
            875m,
            ("revenueAttributed", "50000", "The corner shop,50000,4,4.5,true,false"),
            1750m,
            "rating-elasticity"
        );

    // 8,000 real witnesses × 0.1 × 0.05 × 0.02 × 100.
    public static StreamSample CareCase { get; } =
        new(
            "CareCase",
            "care-cases",
            "REPUTATION",
            """
            {"hoursToAnswer":12,"targetHours":24,"fairness":1,"witnessAudience":10000,"auditSample":100,"auditInauthentic":20,"seenShare":0.1,
             "customerShare":0.05,"retentionGain":0.02,"margin":100}
            """,
            (
                "hours_to_answer,target_hours,fairness,witness_audience,audit_sample,audit_inauthentic,seen_share,customer_share,retention_gain,margin",
                "12,24,1,10000,100,20,0.1,0.05,0.02,100"
            ),
            80m,
            20m,
            ("hoursToAnswer", "48", "48,24,1,10000,100,20,0.1,0.05,0.02,100"),
            40m,
            "care-witnesses"
        );

    // 2,400 over 24 months is 100 a month: 100 + 90 + 81, seen until May.
    public static StreamSample Backlink { get; } =
        new(
            "Backlink",
            "backlinks",
            "AUTHORITY",
            """
            {"url":"https://magazine.example/bread","isFollowed":true,"isSpam":false,"pricing":"REPLACEMENT_COST","quantity":1,"price":2400,
             "monthlySurvival":{"expected":0.9},"seenOn":"2025-05-20"}
            """,
            (
                "url,is_followed,pricing,quantity,price,monthly_survival,seen_on,lost_on",
                "https://magazine.example/bread,true,REPLACEMENT_COST,1,2400,0.9,2025-05-20,"
            ),
            271m,
            67.75m,
            ("lostOn", "\"2025-05-02\"", "https://magazine.example/bread,true,REPLACEMENT_COST,1,2400,0.9,2025-05-20,2025-05-02"),
            190m,
            "link-value"
        );

    // 1,000 × 0.4 × 0.25.
    public static StreamSample IndirectSale { get; } =
        new(
            "IndirectSale",
            "indirect-sales",
            "INDIRECT_SALES",
            """
            {"orderReference":"A-99","orderAmount":1000,"origin":"SELF_REPORT","margin":0.4,"reportedShare":{"expected":0.25}}
            """,
            ("order_reference,order_amount,origin,margin,reported_share", "A-99,1000,SELF_REPORT,0.4,0.25"),
            100m,
            50m,
            ("orderAmount", "2000", "A-99,2000,SELF_REPORT,0.4,0.25"),
            200m,
            "assisted-order"
        );

    // 500 × 0.4 × 0.9 × 8 = 1,440, less 40 for writing.
    public static StreamSample Deflection { get; } =
        new(
            "Deflection",
            "deflections",
            "SERVICE_SAVINGS",
            """
            {"contacts":500,"isOneToMany":false,"deflectionRate":{"expected":0.4},"recontactRate":{"expected":0.1},"costPerContact":{"expected":8},
             "contentCost":40,"isCashable":true}
            """,
            ("contacts,deflection_rate,recontact_rate,cost_per_contact,content_cost,is_cashable", "500,0.4,0.1,8,40,true"),
            1400m,
            350m,
            ("contentCost", "0", "500,0.4,0.1,8,0,true"),
            1440m,
            "deflected-contacts"
        );

    // 4 uses after the first × 3 hours × 40.
    public static StreamSample Learning { get; } =
        new(
            "Learning",
            "learnings",
            "CONTENT_AND_LEARNING",
            """{"kind":"REUSE","subject":"Dough guide","uses":5,"hours":{"expected":3},"hourlyCost":40}""",
            ("kind,subject,uses,hours,hourly_cost", "REUSE,Dough guide,5,3,40"),
            480m,
            120m,
            ("uses", "1", "REUSE,Dough guide,1,3,40"),
            0m,
            "hours-not-spent"
        );

    public static StreamSample Insight { get; } =
        new(
            "Insight",
            "insights",
            "MARKET_INSIGHT",
            """{"subject":"Who buys on Sundays","valuation":"RESEARCH_AVOIDED","researchCost":5000}""",
            ("subject,valuation,research_cost,is_supported", "Who buys on Sundays,RESEARCH_AVOIDED,5000,true"),
            5000m,
            1250m,
            ("isSupported", "false", "Who buys on Sundays,RESEARCH_AVOIDED,5000,false"),
            0m,
            "insight-benefit"
        );

    // (20 - 15) × 600 × 0.5.
    public static StreamSample AdEfficiency { get; } =
        new(
            "AdEfficiency",
            "ad-efficiencies",
            "ADVERTISING_EFFICIENCY",
            """
            {"subject":"Words that customers use","spendBefore":10000,"unitsBefore":500,"spendAfter":9000,"unitsAfter":600,
             "isolation":{"expected":0.5},"isSpendInCost":false}
            """,
            (
                "subject,spend_before,units_before,spend_after,units_after,isolation,is_spend_in_cost",
                "Words that customers use,10000,500,9000,600,0.5,false"
            ),
            1500m,
            750m,
            ("isSpendInCost", "true", "Words that customers use,10000,500,9000,600,0.5,true"),
            0m,
            "advertising-price"
        );

    public static IReadOnlyList<StreamSample> All { get; } =
    [Appearance, Retention, Referral, ReputationChange, CareCase, Backlink, IndirectSale, Deflection, Learning, Insight, AdEfficiency];

    public static StreamSample Of(string mutation) => All.Single(sample => sample.Mutation == mutation);

    public static TheoryData<string> Names => [.. All.Select(sample => sample.Mutation)];

    public string Operation => $"stream-facts/Record{Mutation}";

    /// <summary>The mutation's input, with fields of the content set to other values.</summary>
    public JsonObject Input(string clientId, string? externalReference = null, params (string Field, string Json)[] changes)
    {
        var content = JsonNode.Parse(Content)!.AsObject();
        content["currency"] = "USD";
        foreach (var (field, json) in changes)
            content[field] = JsonNode.Parse(json);
        return new JsonObject
        {
            ["clientId"] = clientId,
            ["occurredOn"] = "2025-03-10",
            ["externalReference"] = externalReference,
            ["content"] = content,
        };
    }
}

internal static class StreamCaller
{
    public static Task<JsonElement> StreamFactAsync(
        this AgencyApp app,
        TestAgency agency,
        StreamSample sample,
        string clientId,
        string? externalReference = null,
        params (string Field, string Json)[] changes
    ) => app.DoAsync(agency.StaffToken, sample.Operation, sample.Input(clientId, externalReference, changes));

    /// <summary>Value and adjusted value of one stream in 2025; zero when it has none.</summary>
    public static async Task<(decimal Value, decimal Adjusted)> StreamAsync(
        this AgencyApp app,
        TestAgency agency,
        string clientId,
        string stream
    )
    {
        var roi = await app.RoiAsync(agency, clientId);
        var part = roi.List("byStream").SingleOrDefault(part => part.Text("stream") == stream);
        return part.ValueKind == JsonValueKind.Undefined ? (0m, 0m) : (part.Amount("value"), part.Amount("adjustedValue"));
    }
}
