namespace AgencyRoi.Recording.Imports.Rows;

/// <summary>A value that a file holds in several columns: the one of its member's name, and others beside it.</summary>
internal interface IInColumns<TSelf>
    where TSelf : class, IInColumns<TSelf>
{
    /// <summary>The other columns.</summary>
    static abstract IReadOnlyList<ImportColumn> Beside(ImportColumn first);

    /// <summary>The value of a row that fills the first column.</summary>
    static abstract TSelf Read(ImportRow row, string column);
}
