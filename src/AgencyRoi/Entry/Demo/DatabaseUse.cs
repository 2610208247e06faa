namespace AgencyRoi.Entry.Demo;

/// <summary>How a verb treats the database that it works in.</summary>
internal enum DatabaseUse
{
    /// <summary>Works in it as it is. It may be a private server that another process runs just now.</summary>
    AsItIs,

    /// <summary>Makes roles and database where there are none, and brings the database up to date.</summary>
    SetUp,
}
