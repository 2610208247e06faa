namespace AgencyRoi.Records.Contacts;

/// <summary>A fact about a contact.</summary>
internal interface IOfContact
{
    /// <summary>The contact that it was given to, whatever that is merged into.</summary>
    Guid? ContactId { get; }
}
