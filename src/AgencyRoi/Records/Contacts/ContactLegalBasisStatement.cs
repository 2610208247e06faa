using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;
using AgencyRoi.Records.Journeys;

namespace AgencyRoi.Records.Contacts;

/// <summary>A legal basis as somebody states it.</summary>
internal sealed record ContactLegalBasisStatement : ContactStatement
{
    private const string NoAddress = "It names a form or a document and no person: leave the address out.";

    /// <summary>The purpose that it is for, and for no other.</summary>
    [InFile]
    public required ProcessingPurpose Purpose { get; init; }

    /// <summary>The basis.</summary>
    [InFile]
    public required LegalBasis LegalBasis { get; init; }

    /// <summary>The first day on which it holds, in the client's time zone.</summary>
    [InFile("The first day on which it holds, as 2025-12-31.")]
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The form, the contract or the system that it was taken from. No name and no address of a person.</summary>
    [InFile("The form, the contract or the system that it was taken from. No name and no address of a person.")]
    public required string Source { get; init; }

    /// <summary>The key of the proof in another system, such as that of the kept form. No name and no address of a person.</summary>
    [Key]
    [InFile("The key of the proof in your system. No name and no address of a person.")]
    public string? Proof { get; init; }

    public override DateOnly Day => EffectiveFrom;

    protected override string DayField => "effectiveFrom";

    protected override void CheckContent(InputChecks checks)
    {
        checks.Text(Source, "source");
        checks.Require(!Source.Contains('@', StringComparison.Ordinal), "source", NoAddress);
        checks.Key(Proof, "proof");
        checks.Require(Proof is null || !Proof.Contains('@', StringComparison.Ordinal), "proof", NoAddress);
    }
}
