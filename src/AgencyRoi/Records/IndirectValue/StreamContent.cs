namespace AgencyRoi.Records.IndirectValue;

/// <summary>The statement of a fact, by its kind. All amounts of a fact are in one currency, net of tax.</summary>
[InterfaceType("StreamContent")]
internal interface IStreamContent
{
    /// <summary>ISO 4217: the currency of all its amounts.</summary>
    string Currency { get; }
}
