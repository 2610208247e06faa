using System.Text.Json.Nodes;

namespace AgencyRoi.Tests.RandomOperations;

/// <summary>
/// Touches of the few contacts and visitors whom conversions name, and the policies that conversions are credited by. There are few people, so that conversions
/// have touches before them and take them from each other.
/// </summary>
internal sealed partial class RandomFacts
{
    private static readonly string[] ModelsWithoutParameters =
    [
        "FIRST_TOUCH",
        "LAST_TOUCH",
        "LAST_NON_DIRECT_TOUCH",
        "LINEAR",
        "POSITION",
        "W_SHAPED",
        "FULL_PATH",
        "TIME_DECAY",
        "J_SHAPED",
        "INVERSE_J_SHAPED",
        "CAMPAIGN_PRIORITY",
    ];
    private static readonly string[] LegalBases = ["CONSENT", "CONTRACT", "LEGITIMATE_INTERESTS"];

    /// <summary>How a client's conversions are credited from a day on.</summary>
    public Operation AttributionPolicy() =>
        new(
            "attribution policy",
            "journeys/SetAttributionPolicy",
            new()
            {
                ["clientId"] = Client().Id,
                ["effectiveFrom"] = Day(),
                ["model"] = Model(),
                ["lookBackDays"] = Pick([7, 30, 90]),
            }
        );

    /// <summary>What a touch says now: another moment, another channel, and perhaps no legal basis any more.</summary>
    public Operation Correction(Handle touch) =>
        new(
            "correction",
            "journeys/CorrectTouch",
            new()
            {
                ["id"] = touch.Id,
                ["version"] = touch.Version,
                ["touchedAt"] = Moment(Day()),
                ["legalBasis"] = LegalBasis(),
            }
        );

    private Operation Touch()
    {
        var client = Client();
        var input = Common(
            "touch",
            client.Id,
            new()
            {
                ["touchedAt"] = Moment(Day()),
                ["kind"] = Pick(["VISIT", "CLICK", "VIEW", "CALL"]),
                ["legalBasis"] = LegalBasis(),
                ["createsLead"] = random.Next(6) == 0,
                ["createsOpportunity"] = random.Next(6) == 0,
            }
        );
        // A quarter of them are direct.
        if (random.Next(4) > 0)
            input["channelId"] = Pick(client.Channels);
        if (random.Next(4) == 0)
            input["campaignId"] = client.Campaign;
        NamePerson(input);
        input["externalReference"] = Text($"touch-{random.Next(3 * references)}");
        return new("touch", "journeys/RecordTouch", input, "journeys/RetractTouch");
    }

    /// <summary>Rows of touches, of which each is a touch of one moment with the next: they keep their order.</summary>
    private Operation TouchFile(RandomClient client, int count)
    {
        var moment = Moment(Day());
        var rows = Enumerable
            .Range(0, count)
            .Select(_ => Text($"touch-{random.Next(3 * references)}"))
            .Distinct()
            .Select(reference =>
                $"{client.Reference},{reference},{(random.Next(2) == 0 ? moment : Moment(Day()))},{KnownContact()},{(random.Next(4) == 0 ? null : Pick(client.Channels))},{LegalBasis()}"
            );
        return new(
            "file",
            "touches",
            [],
            Csv: "client,external_reference,touched_at,contact_reference,channel,legal_basis\n" + string.Join('\n', rows)
        );
    }

    /// <summary>Half of the conversions name somebody, and some of these the moment.</summary>
    private JsonObject WithBuyer(JsonObject conversion)
    {
        if (random.Next(2) == 0)
            return conversion;
        NamePerson(conversion);
        if (random.Next(3) == 0)
            conversion["occurredAt"] = Moment(conversion["occurredOn"]!.GetValue<string>()); // every conversion has a day
        return conversion;
    }

    private void NamePerson(JsonObject input)
    {
        if (random.Next(4) == 0)
            input["visitorKey"] = Text($"visitor-{random.Next(2)}");
        else
            input["contactReference"] = KnownContact();
    }

    private JsonObject Model() =>
        random.Next(6) switch
        {
            0 => new()
            {
                ["type"] = "CUSTOM",
                ["weights"] = new JsonArray(3m, 0m, 1.5m),
                ["countedFrom"] = Pick(["FIRST_TOUCH", "LAST_TOUCH"]),
            },
            1 => new() { ["type"] = "POSITION", ["weights"] = new JsonArray(random.Next(5), 1m, 2.25m) },
            2 => new() { ["type"] = "TIME_DECAY", ["halfLifeDays"] = 2.5m },
            _ => new() { ["type"] = Pick(ModelsWithoutParameters) },
        };

    private string? LegalBasis() => random.Next(5) == 0 ? null : Pick(LegalBases);

    private string KnownContact() => Text($"contact-{random.Next(3)}");

    // Around noon, so that it lies on the day in the time zone of every client.
    private string Moment(string day) => Text($"{day}T{random.Next(10, 15)}:{random.Next(60):00}:{random.Next(60):00}Z");
}
