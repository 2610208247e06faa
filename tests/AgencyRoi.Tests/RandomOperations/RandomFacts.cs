using System.Globalization;
using System.Text.Json.Nodes;
using AgencyRoi.Tests.Records.IndirectValue;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>
/// Facts of every kind with references from small sets: the same ones are stated again and again with other contents, and orders, contacts and pages are
/// claimed by several streams at once.
/// </summary>
/// <remarks>Long because each kind of fact has a few lines that draw from the same sets: a kind that stood elsewhere would not meet the others.</remarks>
internal sealed partial class RandomFacts(Random random, RandomAgency agency, int references)
{
    private static readonly string[] Categories =
    [
        "AD_SPEND",
        "AGENCY_FEE",
        "RESEARCH",
        "CONTENT",
        "CONTRACTOR",
        "REFUND_DISCOUNT",
        "OTHER",
    ];
    private static readonly string[] Grades = ["A", "B", "C", "D", "E"];
    private static readonly string[] GradesWithoutEvidence = ["C", "D", "E"];
    private static readonly string[] Shared = ["OVERHEAD", "PLATFORM"];

    /// <summary>The kinds of <see cref="Of"/>, all but refunds, which need a sale.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "cost",
        "sale",
        "conversion",
        "outcome",
        "touch",
        "visits",
        "time",
        "subscription",
        .. StreamSample.All.Select(sample => sample.Mutation),
    ];

    /// <summary>A fact of any kind but a refund, the simple ones more often than the others.</summary>
    public Operation Any() =>
        random.Next(25) switch
        {
            < 3 => Of("cost"),
            < 6 => Of("sale"),
            < 8 => Of("visits"),
            < 9 => Price(),
            < 10 => Of("time"),
            < 15 => Of("touch"),
            _ => Of(Pick(Kinds)),
        };

    public Operation Of(string kind) =>
        kind switch
        {
            "cost" => Cost(),
            "sale" => Sale(),
            "conversion" => Conversion(),
            "outcome" => Outcome(),
            "touch" => Touch(),
            "visits" => Visits(),
            "time" => Time(),
            "subscription" => Subscription(),
            _ => Stream(StreamSample.Of(kind)),
        };

    public Operation HouseCost() =>
        new(
            "shared cost",
            "costs/RecordCost",
            Common(
                "cost",
                agency.House,
                new()
                {
                    ["category"] = Pick(Shared),
                    ["occurredOn"] = Day(),
                    ["amount"] = Amount(),
                    ["currency"] = Pick(RandomAgency.Currencies),
                    ["paidBy"] = "AGENCY",
                }
            ),
            "costs/RetractCost"
        );

    public Operation Allocation() =>
        new(
            "allocation",
            "shared-costs/RecordCostAllocation",
            new()
            {
                ["month"] = Pick(RandomAgency.Months) + "-01",
                ["category"] = Pick(Shared),
                ["basis"] = Pick(["HOURS", "SPEND", "AGENCY_FEES", "CLIENT_REVENUE", "EQUAL"]),
                ["share"] = random.Next(1, 101) / 100m,
            },
            "shared-costs/RetractCostAllocation"
        );

    /// <summary>Of a sale that is named later: see <see cref="Operation.Of"/>.</summary>
    public Operation Refund(decimal atMost = 200m) =>
        new(
            "refund",
            "sales/RecordRefund",
            new()
            {
                // After every sale: nothing is paid back before it was sold.
                ["occurredOn"] = $"{RandomAgency.Months[^1]}-{random.Next(28, 31)}",
                ["amount"] = random.Next(1, (int)(100m * atMost)) / 100m,
                ["externalReference"] = Reference("refund"),
            },
            "sales/RetractRefund"
        );

    public Operation Close() =>
        new("closing", "periods/CloseClientPeriod", new() { ["clientId"] = Client().Id, ["month"] = Pick(RandomAgency.Months) + "-01" });

    public Operation Restate(bool preview) =>
        new(
            preview ? "preview" : "restatement",
            "periods/RevalueClient",
            new()
            {
                ["clientId"] = random.Next(5) == 0 ? agency.House : Client().Id,
                ["from"] = Pick(RandomAgency.Months) + "-01",
                ["preview"] = preview,
            }
        );

    public Operation Cancellation(Handle subscription) =>
        new(
            "cancellation",
            "subscriptions/CancelToolSubscription",
            new()
            {
                ["id"] = subscription.Id,
                ["version"] = subscription.Version,
                ["cancelledFrom"] = Day(),
                ["paid"] = random.Next(2) == 0 ? null : Amount(),
            }
        );

    /// <summary>A file of costs, of touches or of facts of a stream, whose rows may be known already.</summary>
    public Operation File()
    {
        var client = Client();
        var rows = Enumerable.Range(0, random.Next(1, 12)).DistinctBy(_ => Reference("x")).ToList();
        if (random.Next(3) == 0)
            return TouchFile(client, rows.Count);
        if (random.Next(2) == 0)
        {
            var sample = Pick(StreamSample.All);
            var lines = References(rows.Count, sample.Import)
                .Select(reference =>
                    $"{client.Reference},{reference},{Day()},{Pick(RandomAgency.Currencies)},{Pick(GradesWithoutEvidence)},{(random.Next(2) == 0 ? sample.Csv.Row : sample.Change.Csv)}"
                );
            return new(
                "file",
                sample.Import,
                [],
                Csv: $"client,external_reference,date,currency,evidence_grade,{sample.Csv.Header}\n" + string.Join('\n', lines)
            );
        }
        var costs = References(rows.Count, "cost")
            .Select(reference =>
                Text($"{client.Reference},{reference},{Pick(Categories)},{Day()},{Amount()},{Pick(RandomAgency.Currencies)},CLIENT")
            );
        return new(
            "file",
            "costs",
            [],
            Csv: "client,external_reference,category,date,amount,currency,paid_by\n" + string.Join('\n', costs)
        );
    }

    private Operation Cost() =>
        new(
            "cost",
            "costs/RecordCost",
            Common(
                "cost",
                Client(),
                new()
                {
                    ["category"] = Pick(Categories),
                    ["occurredOn"] = Day(),
                    ["amount"] = Amount(),
                    ["currency"] = Pick(RandomAgency.Currencies),
                    ["paidBy"] = random.Next(3) == 0 ? "AGENCY" : "CLIENT",
                }
            ),
            "costs/RetractCost"
        );

    private Operation Sale() =>
        new(
            "sale",
            "sales/RecordSale",
            Common(
                "order",
                Client(),
                WithBuyer(
                    new()
                    {
                        ["type"] = random.Next(4) == 0 ? "IN_STORE" : "SALE",
                        ["occurredOn"] = Day(),
                        ["amount"] = 50m + Amount(),
                        ["currency"] = Pick(RandomAgency.Currencies),
                    }
                )
            ),
            "sales/RetractSale"
        );

    private Operation Conversion()
    {
        var client = Client();
        return new(
            "conversion",
            "sales/RecordSale",
            Common(
                "lead",
                client,
                WithBuyer(
                    new()
                    {
                        ["type"] = Pick(["LEAD", "DEMO", "REGISTRATION", "SIGN_UP"]),
                        ["occurredOn"] = Day(),
                        ["quantity"] = random.Next(1, 9),
                        ["goalId"] = client.Goals[0],
                    }
                )
            ),
            "sales/RetractSale"
        );
    }

    private Operation Outcome()
    {
        var client = Client();
        return new(
            "outcome",
            "goals/RecordOutcome",
            new()
            {
                ["goalId"] = Pick(client.Goals),
                ["occurredOn"] = Day(),
                ["quantity"] = random.Next(1, 4000) / 100m,
                ["channelId"] = Pick(client.Channels),
                ["externalReference"] = Reference("outcome"),
            },
            "goals/RetractOutcome"
        );
    }

    private Operation Visits() =>
        new(
            "keyword visits",
            "traffic/RecordKeywordVisits",
            Common(
                "visits",
                Client(),
                new()
                {
                    ["keyword"] = Keyword(),
                    ["country"] = "US",
                    ["month"] = Pick(RandomAgency.Months) + "-01",
                    ["visits"] = random.Next(100, 3000),
                    ["convertingVisits"] = random.Next(0, 100),
                    ["isBrand"] = random.Next(8) == 0,
                    ["isPaid"] = random.Next(8) == 0,
                    ["targetPage"] = random.Next(2) == 0 ? Page() : null,
                }
            ),
            "traffic/RetractKeywordVisits"
        );

    public Operation Price() =>
        new(
            "keyword price",
            "traffic/SetKeywordPrice",
            new()
            {
                ["clientId"] = Client().Id,
                ["keyword"] = Keyword(),
                ["country"] = "US",
                ["month"] = Pick(RandomAgency.Months) + "-01",
                ["amount"] = random.Next(1, 900) / 100m,
                ["currency"] = Pick(RandomAgency.Currencies),
                ["source"] = "the test",
            }
        );

    private Operation Time()
    {
        var client = Client();
        return new(
            "time",
            "people/RecordTimeEntry",
            Common(
                "time",
                client,
                new()
                {
                    ["personId"] = Pick(agency.People),
                    ["occurredOn"] = Day(),
                    ["hours"] = random.Next(1, 500) / 100m,
                }
            ),
            "people/RetractTimeEntry"
        );
    }

    private Operation Subscription()
    {
        var from = DateOnly.Parse(Day(), CultureInfo.InvariantCulture);
        return new(
            "subscription",
            "subscriptions/RecordToolSubscription",
            new()
            {
                ["clientId"] = Client().Id,
                ["name"] = "Planner",
                ["from"] = Text($"{from:yyyy-MM-dd}"),
                ["to"] = Text($"{from.AddDays(random.Next(1, 61)):yyyy-MM-dd}"),
                ["amount"] = Amount(),
                ["currency"] = Pick(RandomAgency.Currencies),
                ["paidBy"] = random.Next(2) == 0 ? "AGENCY" : "CLIENT",
                ["externalReference"] = Reference("subscription"),
            },
            "subscriptions/RetractToolSubscription"
        );
    }

    private Operation Stream(StreamSample sample)
    {
        var input = sample.Input(
            Client().Id,
            Reference(sample.Import),
            random.Next(2) == 0 ? [] : [(sample.Change.Field, sample.Change.Json)]
        );
        input["occurredOn"] = Day();
        input["evidenceGrade"] = Pick(Grades);
        input["evidence"] = new JsonArray(new JsonObject { ["kind"] = "EXPERIMENT", ["reference"] = "with and without, spring" });
        var content = input["content"]!.AsObject();
        content["currency"] = Pick(RandomAgency.Currencies);
        switch (sample.Mutation)
        {
            case "IndirectSale":
                content["orderReference"] = Reference("order");
                content["reportedShare"] = new JsonObject { ["expected"] = random.Next(1, 101) / 100m };
                break;
            case "Referral":
                (content["customer"], content["referrer"]) = (Contact(), Contact());
                break;
            case "Retention":
                content["contactReferences"] = new JsonArray(Contact(), Contact());
                break;
            case "Backlink":
                content["targetPage"] = Page();
                break;
        }
        return new(sample.Import, sample.Operation, input, "stream-facts/RetractStreamFact");
    }

    private JsonObject Common(string kind, RandomClient client, JsonObject input)
    {
        if (random.Next(2) == 0)
            input["channelId"] = Pick(client.Channels);
        if (random.Next(3) == 0)
            input["campaignId"] = client.Campaign;
        return Common(kind, client.Id, input);
    }

    private JsonObject Common(string kind, string clientId, JsonObject input)
    {
        input["clientId"] = clientId;
        input["externalReference"] = Reference(kind);
        return input;
    }

    private List<string> References(int count, string kind) => Enumerable.Range(0, count).Select(_ => Reference(kind)).Distinct().ToList();

    private RandomClient Client() => Pick(agency.Clients);

    private string Reference(string kind) => Text($"{kind}-{random.Next(references)}");

    private string Contact() => Text($"contact-{random.Next(6)}");

    private string Page() => Text($"https://bakery.example/{random.Next(3)}");

    private string Keyword() => Text($"bread {random.Next(4)}");

    private string Day() => Text($"{Pick(RandomAgency.Months)}-{random.Next(1, 29):00}");

    private decimal Amount() => random.Next(0, 10_000_000) / 10_000m;

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
