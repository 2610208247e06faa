using AgencyRoi.Platform.Errors;

namespace AgencyRoi.Recording.Facts;

/// <summary>The input of a mutation that records a fact: its statement, and the key that it is to have.</summary>
internal abstract record RecordInput<TStatement>
    where TStatement : FactStatement
{
    [Inline]
    public required TStatement Statement { get; init; }

    /// <summary>Its key in another system. Sent again with the same content it changes nothing; with other content it is a correction.</summary>
    [Key]
    public string? ExternalReference { get; init; }

    /// <summary>Whether it is new: its external reference, when known with other content, is then refused instead of taken as a correction.</summary>
    public bool ExpectNew { get; init; }

    /// <summary>The statement under the key that was given, or under one that is made now.</summary>
    public TStatement StatementAt(DateTimeOffset now) =>
        (TStatement)((FactStatement)Statement with { ExternalReference = ExternalReference ?? FactReference.New(now) });
}
