namespace AgencyRoi.Platform.Database;

internal enum SessionMode
{
    /// <summary>An unchanging view of the data for the whole operation; writing is refused by the database.</summary>
    Read,

    /// <summary>Read committed: a writer that waited for a lock sees what the one before it wrote.</summary>
    Write,
}
