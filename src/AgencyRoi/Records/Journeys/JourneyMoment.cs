namespace AgencyRoi.Records.Journeys;

/// <summary>A moment in the journeys of one person at one client.</summary>
internal readonly record struct JourneyMoment(ClientId ClientId, Guid JourneyKey, DateTimeOffset At);
