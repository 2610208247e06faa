using AgencyRoi.Platform.Database.Notices;

namespace AgencyRoi.Records.Journeys;

/// <summary>The notice that journeys of a client became others.</summary>
internal static class JourneyNotice
{
    public const string Channel = "journeys_changed";

    public static Notice Of(AgencyId agency, ClientId client) => new(Channel, $"{agency.Value:N}/{client.Value:N}");

    /// <summary>Null: it is no notice of ours.</summary>
    public static (AgencyId Agency, ClientId Client)? Read(string payload) =>
        payload.Split('/') is [var agency, var client]
        && Guid.TryParseExact(agency, "N", out var ofAgency)
        && Guid.TryParseExact(client, "N", out var ofClient)
            ? (new(ofAgency), new(ofClient))
            : null;
}
