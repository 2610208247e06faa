namespace AgencyRoi.Portfolio.Clients;

/// <summary>The kind of a client record.</summary>
internal enum ClientKind
{
    /// <summary>A client of the agency.</summary>
    Client,

    /// <summary>The agency itself: holds cost that is not yet allocated to a client. Each agency has one.</summary>
    House,
}

/// <summary>To whom a client sells.</summary>
internal enum BusinessModel
{
    /// <summary>To companies.</summary>
    B2B,

    /// <summary>To consumers.</summary>
    B2C,

    /// <summary>Through companies to their consumers.</summary>
    B2B2C,
}

/// <summary>How large a client is, by the European Union's classes of staff.</summary>
internal enum ClientSize
{
    /// <summary>Fewer than 10 people.</summary>
    Micro,

    /// <summary>10 to 49 people.</summary>
    Small,

    /// <summary>50 to 249 people.</summary>
    Medium,

    /// <summary>250 people or more.</summary>
    Large,
}

/// <summary>Where a client's data comes from, so that a sample is never taken for a real result.</summary>
internal enum DataOrigin
{
    /// <summary>Entered or imported by the agency.</summary>
    Entered,

    /// <summary>A published data set, shown as an example; the note names it.</summary>
    Sample,

    /// <summary>Made up by a generator.</summary>
    Generated,
}
