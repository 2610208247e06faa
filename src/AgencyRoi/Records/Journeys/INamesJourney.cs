namespace AgencyRoi.Records.Journeys;

/// <summary>A statement that names whose journey it belongs to, by a key in another system of which only a hash is kept.</summary>
internal interface INamesJourney<TSelf>
{
    ClientId ClientId { get; }

    string? ContactReference { get; }

    string? VisitorKey { get; }

    /// <summary>The same statement with the hash in place of the keys.</summary>
    /// <param name="key">Null: it gives no key, or its client has no secret.</param>
    TSelf Hashed(Guid? key);

    /// <summary>The hash of the key that it names; null: none.</summary>
    Guid? Named { get; }

    /// <summary>The same statement in the journey of a person.</summary>
    /// <param name="person">The hash that it names, where that is no key of a contact; null where it names none.</param>
    TSelf InJourneyOf(Guid? person);
}
