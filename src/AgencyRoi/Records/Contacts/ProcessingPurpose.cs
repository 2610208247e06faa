namespace AgencyRoi.Records.Contacts;

/// <summary>A purpose for which the data of a contact are processed. Each asks for a legal basis of its own.</summary>
internal enum ProcessingPurpose
{
    /// <summary>To do what the person asked for: an order, an appointment, an answer.</summary>
    Service,

    /// <summary>To send advertising to the person: letters, messages, calls.</summary>
    Marketing,

    /// <summary>To judge the person by their data: stages, segments, scores, journeys.</summary>
    Profiling,

    /// <summary>To count the person in figures that name nobody.</summary>
    Analytics,

    /// <summary>To give the person's data to others: lists of people for a network's advertising, partners.</summary>
    Sharing,
}
