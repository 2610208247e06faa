using AgencyRoi.Platform.Errors;
using AgencyRoi.Portfolio.Clients;

namespace AgencyRoi.Recording.Facts;

/// <summary>A fact as somebody states it, by mutation or in a file. Two statements that are equal say the same.</summary>
/// <remarks>
/// Its members are the fields of the mutations' inputs. One that is not <c>required</c> may be left out, and is then what it is initialised with.
/// </remarks>
internal abstract record FactStatement
{
    /// <summary>Its key in another system; made by us when none was given.</summary>
    [GraphQLIgnore]
    [Key]
    [InFile("The row's key in your system; sent again, the row is a correction.")]
    public required string ExternalReference { get; init; }

    /// <summary>The day that it counts on, or the first of them, in the client's time zone.</summary>
    [GraphQLIgnore]
    public abstract DateOnly Day { get; }

    /// <summary>Checks what holds for such a fact however it is written.</summary>
    public abstract void Check(FactChecks checks);
}

/// <summary>A statement that says itself which client its fact belongs to.</summary>
internal abstract record ClientStatement : FactStatement
{
    /// <summary>The client it belongs to; the house account for what belongs to the whole agency.</summary>
    [ID<Client>]
    [GivenOnce]
    public required ClientId ClientId { get; init; }
}
