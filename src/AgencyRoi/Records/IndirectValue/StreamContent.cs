using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.IndirectValue;

/// <summary>The statement of a fact, by its kind. All amounts of a fact are in one currency, net of tax.</summary>
[InterfaceType("StreamContent")]
internal interface IStreamContent
{
    /// <summary>ISO 4217: the currency of all its amounts.</summary>
    string Currency { get; }
}

/// <summary>A content of any kind.</summary>
internal abstract record StreamContent : IStreamContent
{
    /// <summary>ISO 4217: the currency of all its amounts.</summary>
    [InFile("ISO 4217: the currency of all amounts of the row.")]
    public required string Currency { get; init; }
}
