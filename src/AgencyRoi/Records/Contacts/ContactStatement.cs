using System.ComponentModel.DataAnnotations.Schema;
using AgencyRoi.Platform.Errors;
using AgencyRoi.Recording.Facts;

namespace AgencyRoi.Records.Contacts;

/// <summary>A statement about a contact, named by its id or by any of its keys; several join each other to one contact. Keys are stored as hashes alone.</summary>
internal abstract record ContactStatement : ClientStatement
{
    private const int LongestAddress = 254;

    /// <summary>The contact. Keys that are given beside it become keys of it.</summary>
    [ID<Contact>]
    [GivenOnce]
    public Guid? ContactId { get; init; }

    /// <summary>An e-mail address of the contact. Blanks around it and capital letters do not matter.</summary>
    [Key]
    [GivenOnce]
    [NotMapped]
    [InFile("An e-mail address of the contact; a row has at least one of the contact's keys. A hash of it is stored.")]
    public string? Email { get; init; }

    /// <summary>The contact's key in another system, as conversions and touches name it by their contact reference.</summary>
    [Key]
    [GivenOnce]
    [NotMapped]
    [InFile(
        "The contact's key in your system, as the column contact_reference of sales and touches. A hash of it is stored.",
        Column = "crm_id"
    )]
    public string? CrmId { get; init; }

    /// <summary>The code of the network that the handle is of.</summary>
    [GivenOnce]
    [NotMapped]
    [InFile("The code of the network that the handle is of, as FACEBOOK.", Column = "network")]
    public string? NetworkCode { get; init; }

    /// <summary>The contact's name on the network. An @ before it and capital letters do not matter.</summary>
    [Key]
    [GivenOnce]
    [NotMapped]
    [InFile("The contact's name on the network. A hash of it is stored.")]
    public string? Handle { get; init; }

    /// <summary>The key of a device or a browser of the contact, as conversions and touches name it by their visitor's key.</summary>
    [Key]
    [GivenOnce]
    [NotMapped]
    [InFile("The key of a device or a browser, as the column visitor_key of sales and touches. A hash of it is stored.")]
    public string? Device { get; init; }

    /// <summary>What was found out about the contact's keys; null before.</summary>
    internal FoundContact? Found { get; init; }

    private bool HasKeys => Email is not null || CrmId is not null || Handle is not null || Device is not null;

    /// <summary>Two statements say the same of the same contact, by whatever key they name it.</summary>
    public virtual bool Equals(ContactStatement? other) => base.Equals(other) && ContactId == other.ContactId;

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), ContactId);

    public sealed override void Check(FactChecks checks)
    {
        CheckDays(checks);
        checks.Require(ContactId is not null || HasKeys, "email", "Nobody is named: give the contact's id or at least one of its keys.");
        CheckKeys(checks);
        CheckContent(checks);
        checks.OwnKey(ExternalReference);
    }

    /// <summary>The field that the day stands in.</summary>
    protected abstract string DayField { get; }

    /// <summary>The days on which something happened.</summary>
    protected virtual void CheckDays(FactChecks checks) => checks.Happened(Day, DayField);

    /// <summary>What only this kind asks.</summary>
    protected abstract void CheckContent(InputChecks checks);

    private void CheckKeys(FactChecks checks)
    {
        checks.Text(Email, "email", LongestAddress);
        checks.Require(
            Email is null || checks.IsFaulty("email") || GivenKeys.IsAddress(Email),
            "email",
            "An e-mail address is as name@example.com."
        );
        checks.Key(CrmId, "crmId");
        checks.Key(Handle, "handle");
        checks.Require(
            Handle is null || checks.IsFaulty("handle") || GivenKeys.Handle(Handle).Length > 0,
            "handle",
            "A handle has something after the @."
        );
        checks.Text(NetworkCode, "networkCode", longest: 50);
        checks.Compare((Handle is null) == (NetworkCode is null), "networkCode", "handle", "A handle and its network are given together.");
        checks.Key(Device, "device");
    }
}
